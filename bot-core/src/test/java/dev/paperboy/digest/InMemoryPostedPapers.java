package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.paper.PaperId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Posted papers, remembered as long as the process lives. */
public final class InMemoryPostedPapers implements PostedPapers {

    private final Map<MessageRef, List<PaperId>> messages = new HashMap<>();
    private final Map<ChannelRef, Set<PaperId>> posted = new HashMap<>();

    @Override
    public synchronized void record(MessageRef message, List<PaperId> papers, Occasion occasion) {
        messages.put(message, List.copyOf(papers));
        if (occasion == Occasion.DIGEST) {
            posted.computeIfAbsent(message.channel(), key -> new HashSet<>()).addAll(papers);
        }
    }

    @Override
    public synchronized void assume(ChannelRef channel, PaperId paper) {
        posted.computeIfAbsent(channel, key -> new HashSet<>()).add(paper);
    }

    @Override
    public synchronized List<PaperId> at(MessageRef message) {
        return messages.getOrDefault(message, List.of());
    }

    @Override
    public synchronized Set<PaperId> postedIn(ChannelRef channel) {
        return Set.copyOf(posted.getOrDefault(channel, Set.of()));
    }

    @Override
    public synchronized List<MessageRef> latest(Platform platform, int most) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getKey().channel().platform() == platform
                        && !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted(Comparator.<MessageRef>comparingInt(
                                message -> message.id().length())
                        .thenComparing(MessageRef::id)
                        .reversed())
                .limit(most)
                .toList();
    }
}
