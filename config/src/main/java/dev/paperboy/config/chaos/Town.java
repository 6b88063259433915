package dev.paperboy.config.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A stand-in of a platform with its channels and people: where the bot works, and what is to be seen of its work. */
interface Town extends AutoCloseable {

    /** A paper's id as it stands in links and buttons; the ids of {@link PaperStock} look so. */
    Pattern PAPER = Pattern.compile("\\b(2[67]\\d\\d\\.\\d{5})\\b");

    /**
     * What the bot posted for everybody.
     *
     * @param at when, by the town's clock
     * @param papers the papers it shows
     * @param savers who keeps it by a reaction
     */
    record Post(String id, Instant at, Set<String> papers, Set<String> savers) {}

    String name();

    /** Opens channels, and gives their ids. */
    List<String> open(int rooms);

    /** What in the environment makes a bot come here. */
    Map<String, String> address();

    /** Whether at least so many bots are here, able to be spoken to. */
    boolean isVisited();

    /** Calls back at every change of what is to be seen; the listener must not block. */
    void onChange(Runnable listener);

    /** An admin sets a channel's schedule; the reason if that does not work out, else empty. */
    String schedule(String room, String options);

    /** The bot's posts in a channel, oldest first. */
    List<Post> posts(String room);

    List<String> people();

    /** Somebody puts a 🔖 under a post, or takes it away; nobody waits for the bot. */
    void react(String person, String room, String post, boolean keep);

    /** The ids of what is on a person's reading list, as the bot tells them. */
    Set<String> saved(String person);

    /** Makes trouble; one of a channel hits this one. */
    void suffer(Trouble trouble, String room);

    /** Ends all trouble but that of channels. */
    void calm();

    /** Lets the bot write in a channel again. */
    void readmit(String room);

    @Override
    void close();

    /** The papers that a message shows. */
    static Set<String> papersIn(String payload) {
        return PAPER.matcher(payload).results().map(match -> match.group(1)).collect(Collectors.toUnmodifiableSet());
    }
}
