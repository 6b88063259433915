package dev.paperboy.config.sandbox;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One platform of the sandbox as the control API handles it: what people do there, what they see, what breaks. */
interface Desk extends AutoCloseable {

    Platform platform();

    /** The server or workspace, as the bot refers to it. */
    String space();

    /** A person as the bot refers to them. */
    UserRef reference(Person person);

    /** A channel as the bot refers to it. */
    default ChannelRef reference(Room room) {
        return new ChannelRef(platform(), space(), room.id());
    }

    /** Those who can act, without the bot. */
    List<Person> people();

    List<Room> rooms();

    /** The bot's own id. */
    String bot();

    /** Somebody sends a command, as they type it, with a file if it asks for one; blocks until the answer is complete. */
    Outcome command(Person person, Room room, String text, Optional<Handed> file);

    /** Somebody sends a command without a file. */
    default Outcome command(Person person, Room room, String text) {
        return command(person, room, text, Optional.empty());
    }

    /** Somebody clicks a button, named by its label or its id; blocks until the answer is complete. */
    Outcome click(Person person, Room room, String message, String button);

    /**
     * Somebody opens the app's home tab, or presses a button there; blocks until the tab is shown.
     *
     * @return empty where the platform has none
     */
    default Optional<Outcome> home(Person person, Optional<String> button) {
        return Optional.empty();
    }

    /** Somebody puts an emoji under a message, or takes it away; blocks until the platform has delivered it. */
    Outcome react(Person person, Room room, String message, String emoji, boolean remove);

    /** What the platform itself suggests for an option while somebody types it; empty where it does not. */
    List<Suggestion> suggest(Person person, Room room, CommandLine.Written written, String option, String typed);

    /** A channel, oldest first: as one person sees it, or without what is for one person alone. */
    List<Seen> messages(Room room, Optional<Person> person);

    List<FaultKind> faults();

    /** What to say to a fault that this platform does not know. */
    default BadRequest unknownFault(String kind) {
        return new BadRequest("unknown fault " + kind + "; known on " + name() + ": "
                + Stream.concat(faults().stream().map(FaultKind::kind), Stream.of(Stage.RESTART))
                        .collect(Collectors.joining(", ")));
    }

    /** Makes a fault, now or for what comes next. */
    void fault(FaultCall call);

    /** Calls back with a channel's id whenever something in it changed. */
    void onChange(Consumer<String> listener);

    /** Whether the bot is connected and its commands are registered. */
    boolean online();

    @Override
    void close();

    /** The person with this id or name. */
    default Person person(String idOrName) {
        String wanted = idOrName.replaceFirst("^@", "");
        return people().stream()
                .filter(person -> person.id().equals(wanted) || person.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new BadRequest("no user " + idOrName + " on " + name() + "; there are "
                        + people().stream().map(Person::name).collect(Collectors.joining(", "))));
    }

    /** The channel with this id or name. */
    default Room room(String idOrName) {
        String wanted = idOrName.replaceFirst("^#", "");
        return rooms().stream()
                .filter(room -> room.id().equals(wanted) || room.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new BadRequest("no channel " + idOrName + " on " + name() + "; there are "
                        + rooms().stream().map(Room::name).collect(Collectors.joining(", "))));
    }

    /** The message with this id in a channel, as somebody sees it. */
    default Seen message(Room room, Person person, String id) {
        return messages(room, Optional.of(person)).stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadRequest("no message " + id + " in #" + room.name() + " on " + name()));
    }

    /** The platform's name in paths. */
    default String name() {
        return platform().name().toLowerCase(Locale.ROOT);
    }
}
