package dev.paperboy.person;

import dev.paperboy.chat.UserRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Linked accounts, remembered as long as the process lives. */
public final class InMemoryAccounts implements Accounts {

    private record Made(Offer offer, Instant at) {}

    private record Try(UserRef account, Instant at) {}

    private final Map<String, Made> codes = new HashMap<>();
    private final List<Try> wrong = new ArrayList<>();
    private final Map<UserRef, Set<UserRef>> linked = new HashMap<>();

    @Override
    public synchronized List<UserRef> of(UserRef account) {
        Set<UserRef> all = new LinkedHashSet<>(List.of(account));
        all.addAll(linked.getOrDefault(account, Set.of()));
        return List.copyOf(all);
    }

    @Override
    public synchronized void offer(String code, Offer offer, Instant now) {
        codes.values().removeIf(made -> made.offer().account().equals(offer.account()));
        codes.put(code, new Made(offer, now));
    }

    @Override
    public synchronized Optional<Offer> find(String code, Instant now) {
        return Optional.ofNullable(codes.get(code))
                .filter(made -> made.at().plus(CODE_LIFE).isAfter(now))
                .map(Made::offer);
    }

    @Override
    public synchronized void noteWrongCode(UserRef account, Instant now) {
        wrong.add(new Try(account, now));
    }

    @Override
    public synchronized int wrongCodes(UserRef account, Instant now) {
        return (int) wrong.stream()
                .filter(one -> one.account().equals(account))
                .filter(one -> one.at().plus(CODE_LIFE).isAfter(now))
                .count();
    }

    @Override
    public synchronized boolean link(String code, UserRef account, Instant now) {
        Optional<Offer> offer = find(code, now);
        if (offer.isEmpty()) {
            return false;
        }
        Set<UserRef> all = new LinkedHashSet<>(of(offer.get().account()));
        all.addAll(of(account));
        if (all.size() > MOST_ACCOUNTS) {
            return false;
        }
        codes.remove(code);
        all.forEach(one -> linked.put(one, all));
        return true;
    }

    @Override
    public synchronized boolean unlink(UserRef account) {
        Set<UserRef> all = linked.remove(account);
        if (all == null) {
            return false;
        }
        all.remove(account);
        if (all.size() == 1) {
            linked.keySet().removeAll(all);
        }
        return true;
    }
}
