package dev.paperboy.store;

import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whose lists and votes should be what after random sequences, in plain sets without a database. */
final class LifeModel {

    /** A reaction that may stand. */
    record Mark(UserRef account, MessageRef message, Emoji emoji) {
        ReactionChange change(boolean added) {
            return new ReactionChange(account, message, emoji, added);
        }
    }

    private final Map<UserRef, Set<UserRef>> persons = new HashMap<>();
    private final Map<UserRef, Set<PaperId>> lists = new HashMap<>();
    private final Set<Mark> known = new HashSet<>();
    private final Set<Mark> forgotten = new HashSet<>();
    private final Map<Server, Map<PaperId, UserRef>> submitted = new HashMap<>();

    Set<UserRef> person(UserRef account) {
        return persons.computeIfAbsent(account, alone -> new HashSet<>(Set.of(alone)));
    }

    Set<PaperId> list(UserRef account) {
        return lists.computeIfAbsent(account, _ -> new HashSet<>());
    }

    void save(UserRef account, PaperId paper) {
        list(account).add(paper);
    }

    void remove(UserRef account, PaperId paper) {
        list(account).remove(paper);
    }

    void react(Mark mark, boolean added, List<PaperId> papers) {
        boolean saves = mark.emoji() == Emoji.BOOKMARK;
        if (!saves && papers.size() != 1) {
            return;
        }
        if (!added) {
            forgotten.remove(mark);
            known.remove(mark);
        } else if (forgotten.contains(mark)) {
            return;
        } else {
            known.add(mark);
        }
        if (saves) {
            papers.forEach(paper -> {
                if (added) {
                    save(mark.account(), paper);
                } else {
                    remove(mark.account(), paper);
                }
            });
        }
    }

    void readAgain(MessageRef message, Set<Mark> standing, List<PaperId> papers) {
        forgotten.removeIf(mark -> mark.message().equals(message) && !standing.contains(mark));
        Set<Mark> before =
                known.stream().filter(mark -> mark.message().equals(message)).collect(Collectors.toSet());
        // First what is gone, then what is new, emoji by emoji, as the papers of one message are the same.
        for (Emoji emoji : Emoji.values()) {
            before.stream()
                    .filter(mark -> mark.emoji() == emoji && !standing.contains(mark))
                    .forEach(mark -> react(mark, false, papers));
            standing.stream()
                    .filter(mark -> mark.emoji() == emoji && !before.contains(mark))
                    .forEach(mark -> react(mark, true, papers));
        }
    }

    void link(UserRef one, UserRef other) {
        Set<UserRef> person = person(one);
        Set<PaperId> list = list(one);
        person.addAll(person(other));
        list.addAll(list(other));
        person.forEach(account -> {
            persons.put(account, person);
            lists.put(account, list);
        });
    }

    void unlink(UserRef account) {
        person(account).remove(account);
        persons.put(account, new HashSet<>(Set.of(account)));
        lists.put(account, new HashSet<>(list(account)));
    }

    void delete(UserRef account) {
        for (UserRef one : Set.copyOf(person(account))) {
            persons.put(one, new HashSet<>(Set.of(one)));
            lists.put(one, new HashSet<>());
            List<Mark> theirs =
                    known.stream().filter(mark -> mark.account().equals(one)).toList();
            theirs.forEach(known::remove);
            forgotten.addAll(theirs);
            submitted.values().forEach(all -> all.values().removeIf(one::equals));
        }
    }

    Map<PaperId, List<Integer>> votes(Server server, Map<MessageRef, List<PaperId>> posts) {
        Map<PaperId, Set<Set<UserRef>>> voters = new HashMap<>();
        Map<PaperId, Set<Set<UserRef>>> savers = new HashMap<>();
        for (Mark mark : known) {
            if (!mark.message().channel().server().orElseThrow().equals(server)) {
                continue;
            }
            Set<UserRef> person = person(mark.account());
            for (PaperId paper : posts.getOrDefault(mark.message(), List.of())) {
                if (mark.emoji() == Emoji.BOOKMARK) {
                    savers.computeIfAbsent(paper, _ -> new HashSet<>()).add(person);
                } else if (!isOwn(server, paper, person)) {
                    voters.computeIfAbsent(paper, _ -> new HashSet<>()).add(person);
                }
            }
        }
        Map<PaperId, List<Integer>> votes = new TreeMap<>();
        Set<PaperId> papers = new HashSet<>(voters.keySet());
        papers.addAll(savers.keySet());
        papers.forEach(paper -> votes.put(
                paper,
                List.of(
                        voters.getOrDefault(paper, Set.of()).size(),
                        savers.getOrDefault(paper, Set.of()).size())));
        return votes;
    }

    void submit(Server server, PaperId paper, UserRef account) {
        submitted.computeIfAbsent(server, _ -> new HashMap<>()).put(paper, account);
    }

    private boolean isOwn(Server server, PaperId paper, Set<UserRef> person) {
        UserRef by = submitted.getOrDefault(server, Map.of()).get(paper);
        return by != null && person.contains(by);
    }
}
