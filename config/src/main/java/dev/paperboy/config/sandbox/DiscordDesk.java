package dev.paperboy.config.sandbox;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Param;
import dev.paperboy.discord.sandbox.DiscordFault;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.discord.sandbox.FaultOrder;
import dev.paperboy.discord.sandbox.SandboxFile;
import dev.paperboy.discord.sandbox.SandboxMessage;
import dev.paperboy.discord.sandbox.SandboxReply;
import dev.paperboy.discord.sandbox.UserAction;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The Discord side of the sandbox. */
final class DiscordDesk implements Desk {

    private static final int LINK = 5;

    private final DiscordSandbox sandbox;
    private final CommandLine commandLine;
    private final Misreadings misreadings;

    DiscordDesk(DiscordSandbox sandbox, CommandLine commandLine) {
        this.sandbox = sandbox;
        this.commandLine = commandLine;
        this.misreadings = new Misreadings(commandLine);
    }

    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    @Override
    public String space() {
        return sandbox.guildId();
    }

    @Override
    public UserRef reference(Person person) {
        return new UserRef(platform(), "", person.id());
    }

    @Override
    public List<Person> people() {
        return sandbox.users().stream()
                .filter(user -> !user.bot())
                .map(user -> new Person(user.id(), user.name(), user.mayManageChannels()))
                .toList();
    }

    @Override
    public List<Room> rooms() {
        return Stream.concat(
                        sandbox.channels().stream()
                                .map(channel -> new Room(channel.id(), channel.name(), Optional.empty())),
                        sandbox.conversations().entrySet().stream()
                                .map(each -> new Room(
                                        each.getKey(),
                                        "@" + each.getValue().name(),
                                        Optional.of(each.getValue().id()))))
                .toList();
    }

    /** A conversation is of no server. */
    @Override
    public ChannelRef reference(Room room) {
        return new ChannelRef(platform(), room.person().isPresent() ? "" : space(), room.id());
    }

    @Override
    public String bot() {
        return sandbox.botId();
    }

    /** Takes the line apart as Discord's client would, whose form has a field for every option. */
    @Override
    public Outcome command(Person person, Room room, String text, Optional<Handed> file) {
        Optional<CommandLine.Written> written = commandLine.split(text);
        if (written.isEmpty()) {
            return Outcome.refused(misreadings.of(text).orElse("That is no command."));
        }
        if (!written.get().left().isEmpty()) {
            return Outcome.refused(misreadings.of(written.get()).orElse("That form has no such field."));
        }
        Map<String, Object> options = new LinkedHashMap<>(written.get().options());
        Optional<Param.TextFile> field = written.get().spec().params().stream()
                .filter(Param.TextFile.class::isInstance)
                .map(Param.TextFile.class::cast)
                .findFirst();
        if (field.isPresent() && file.isPresent()) {
            options.put(
                    field.get().name(),
                    new SandboxFile(file.get().name(), file.get().bytes()));
        }
        UserAction action = sandbox.command(person.id(), room.id(), path(written.get()), options);
        SandboxReply reply = await(action);
        if (!reply.ok() && action.interactionId().isEmpty()) {
            Outcome refused = Outcome.refused(misreadings.of(written.get()).orElse(reply.text()));
            return field.isPresent() && file.isEmpty()
                    ? refused.wanting(field.get().description())
                    : refused;
        }
        return outcome(reply);
    }

    private String path(CommandLine.Written written) {
        return commandLine.catalogue().root() + " " + written.spec().name();
    }

    @Override
    public Outcome click(Person person, Room room, String message, String button) {
        Seen seen = message(room, person, message);
        List<JsonNode> buttons = components(seen.payload().path("components"))
                .filter(each -> each.path("type").asInt(0) == 2)
                .toList();
        JsonNode meant = buttons.stream()
                .filter(each -> each.path("custom_id").asString("").equals(button))
                .findFirst()
                .or(() -> buttons.stream()
                        .filter(each -> isLabelled(each, button))
                        .findFirst())
                .orElseThrow(() -> new BadRequest("no button " + button + " under message " + message + "; there are "
                        + String.join(
                                ", ", buttons.stream().map(DiscordDesk::label).toList())));
        if (meant.path("style").asInt(0) == LINK) {
            throw new BadRequest(
                    "the button " + button + " opens " + meant.path("url").asString(""));
        }
        return outcome(await(sandbox.click(
                person.id(), room.id(), message, meant.path("custom_id").asString(""))));
    }

    private static boolean isLabelled(JsonNode button, String wanted) {
        return label(button).equalsIgnoreCase(wanted)
                || button.path("label").asString("").equalsIgnoreCase(wanted)
                || bare(label(button)).equalsIgnoreCase(bare(wanted));
    }

    private static String label(JsonNode button) {
        return (button.path("emoji").path("name").asString("") + " "
                        + button.path("label").asString(""))
                .strip();
    }

    /** A label without emoji and arrows, as somebody may type it. */
    private static String bare(String label) {
        return label.replaceAll("[^\\p{L}\\p{N} ]", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Stream<JsonNode> components(JsonNode list) {
        return list.valueStream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each, each.path("accessory")), components(each.path("components"))));
    }

    @Override
    public Outcome react(Person person, Room room, String message, String emoji, boolean remove) {
        String character = EmojiNames.character(emoji);
        return outcome(await(
                remove
                        ? sandbox.unreact(person.id(), room.id(), message, character)
                        : sandbox.react(person.id(), room.id(), message, character)));
    }

    @Override
    public List<Suggestion> suggest(
            Person person, Room room, CommandLine.Written written, String option, String typed) {
        SandboxReply reply =
                await(sandbox.autocomplete(person.id(), room.id(), path(written), Map.of(), option, typed));
        return reply.ok()
                ? reply.payload()
                        .path("choices")
                        .valueStream()
                        .map(choice -> new Suggestion(
                                choice.path("name").asString(""),
                                choice.path("value").asString("")))
                        .toList()
                : List.of();
    }

    @Override
    public List<Seen> messages(Room room, Optional<Person> person) {
        List<SandboxMessage> messages = person.isPresent()
                ? sandbox.messages(room.id(), person.get().id())
                : sandbox.messages(room.id()).stream()
                        .filter(message -> !message.ephemeral())
                        .toList();
        return messages.stream().map(this::seen).toList();
    }

    private Seen seen(SandboxMessage message) {
        boolean ours = message.author().equals(sandbox.botId());
        return new Seen(
                message.id(),
                message.author(),
                ours
                        ? "Paperboy"
                        : message.payload().path("author").path("username").asString("?"),
                ours,
                OffsetDateTime.parse(message.payload().path("timestamp").asString("1970-01-01T00:00:00Z"))
                        .toInstant(),
                message.ephemeral(),
                message.payload(),
                message.reactions().entrySet().stream()
                        .map(entry -> new Seen.Reaction(entry.getKey(), entry.getValue()))
                        .toList());
    }

    @Override
    public List<FaultKind> faults() {
        return Stream.concat(
                        Arrays.stream(DiscordFault.values()).map(fault -> new FaultKind(fault.kind(), fault.meaning())),
                        Stream.of(Stage.CLEAR_FAULTS))
                .toList();
    }

    @Override
    public void fault(FaultCall call) {
        if (call.kind().equals(Stage.CLEAR_FAULTS.kind())) {
            sandbox.clearFaults();
            return;
        }
        DiscordFault kind = kind(call);
        // A channel to be made anew is none of the present ones.
        Optional<String> channel = kind == DiscordFault.RESTORE_CHANNEL
                ? call.channel().map(name -> name.replaceFirst("^#", ""))
                : call.channel().map(name -> room(name).id());
        sandbox.inject(new FaultOrder(
                kind,
                call.times(),
                call.where(),
                call.lasting().orElse(null),
                call.status().orElse(502),
                channel.orElse(null)));
    }

    private DiscordFault kind(FaultCall call) {
        return Arrays.stream(DiscordFault.values())
                .filter(fault -> fault.kind().equals(call.kind()))
                .findFirst()
                .orElseThrow(() -> unknownFault(call.kind()));
    }

    @Override
    public void onChange(Consumer<String> listener) {
        sandbox.onChange(listener);
    }

    @Override
    public boolean online() {
        return sandbox.online() && !sandbox.commands().isEmpty();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static SandboxReply await(UserAction action) {
        SandboxReply silence = new SandboxReply(
                false,
                true,
                "Paperboy did not answer within " + Patience.SECONDS + " seconds.",
                tools.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
                null,
                0,
                Patience.SECONDS * 1000L);
        return Patience.await(action.reply(), silence);
    }

    private static Outcome outcome(SandboxReply reply) {
        return new Outcome(reply.ok(), reply.ephemeral(), reply.text(), reply.payload(), reply.ms());
    }
}
