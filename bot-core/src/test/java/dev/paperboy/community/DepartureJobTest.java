package dev.paperboy.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DepartureJobTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Server LAB = new Server(Platform.DISCORD, "900");

    private final Lab lab = new Lab();
    private final Discord discord = new Discord();
    private final DepartureJob job = new DepartureJob(List.of(discord), lab);

    /** One server of which something is kept. */
    private static final class Lab implements Departures {
        private final Map<Server, Instant> left = new LinkedHashMap<>();
        private final List<Server> forgotten = new ArrayList<>();

        @Override
        public void note(Platform platform, Set<Server> members, Instant now) {
            if (members.contains(LAB)) {
                left.remove(LAB);
            } else {
                left.putIfAbsent(LAB, now);
            }
        }

        @Override
        public List<Server> until(Instant instant) {
            return left.entrySet().stream()
                    .filter(each -> !each.getValue().isAfter(instant))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public void forget(Server server) {
            left.remove(server);
            forgotten.add(server);
        }
    }

    /** Says where it is, or that it cannot. */
    private static final class Discord implements ChatSurface {
        private Optional<Set<Server>> servers = Optional.of(Set.of(LAB));

        @Override
        public Platform platform() {
            return Platform.DISCORD;
        }

        @Override
        public Set<Server> servers() {
            return servers.orElseThrow(() -> new ChatException(ChatException.Kind.UNAVAILABLE, "not connected", null));
        }

        @Override
        public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tell(UserRef person, Notice notice, ChannelRef about) {
            throw new UnsupportedOperationException();
        }
    }

    private void runAfterDays(int days) {
        job.run(NOON.plus(Duration.ofDays(days)));
    }

    @Test
    void aServersDataLeaveThirtyDaysAfterItRemovedPaperboy() {
        runAfterDays(0);
        discord.servers = Optional.of(Set.of());
        runAfterDays(1);
        runAfterDays(30);
        assertThat(lab.forgotten).isEmpty();

        runAfterDays(31);

        assertThat(lab.forgotten).containsExactly(LAB);
    }

    @Test
    void whoeverInvitesItAgainBeginsAnew() {
        discord.servers = Optional.of(Set.of());
        runAfterDays(0);
        discord.servers = Optional.of(Set.of(LAB));
        runAfterDays(29);
        discord.servers = Optional.of(Set.of());
        runAfterDays(30);
        runAfterDays(59);

        assertThat(lab.forgotten).isEmpty();
    }

    @Test
    void aPlatformThatCannotBeAskedTellsNothing() {
        discord.servers = Optional.empty();

        runAfterDays(0);
        runAfterDays(99);

        assertThat(lab.left).isEmpty();
        assertThat(lab.forgotten).isEmpty();
    }

    @Test
    void whatWasLeftIsWipedThoughThePlatformIsAway() {
        discord.servers = Optional.of(Set.of());
        runAfterDays(0);
        discord.servers = Optional.empty();

        runAfterDays(30);

        assertThat(lab.forgotten).containsExactly(LAB);
    }
}
