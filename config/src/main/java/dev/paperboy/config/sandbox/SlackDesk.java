package dev.paperboy.config.sandbox;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandLine;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxFile;
import dev.paperboy.slack.sandbox.SandboxMessage;
import dev.paperboy.slack.sandbox.SandboxReply;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Slack side of the sandbox. */
final class SlackDesk implements Desk {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SlackSandbox sandbox;
    private final CommandLine commandLine;
    private final Misreadings misreadings;

    SlackDesk(SlackSandbox sandbox, CommandLine commandLine) {
        this.sandbox = sandbox;
        this.commandLine = commandLine;
        this.misreadings = new Misreadings(commandLine);
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public String space() {
        return sandbox.teamId();
    }

    @Override
    public UserRef reference(Person person) {
        return new UserRef(platform(), sandbox.teamId(), person.id());
    }

    @Override
    public List<Person> people() {
        return sandbox.users().stream()
                .map(user -> new Person(user.id(), user.name(), user.admin()))
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

    @Override
    public String bot() {
        return sandbox.botUserId();
    }

    /** Hands the text over as it stands, as Slack's client does; only another slash command goes nowhere. */
    @Override
    public Outcome command(Person person, Room room, String text, Optional<Handed> file) {
        String line = text.strip();
        String command = "/" + commandLine.catalogue().root();
        String[] halves = line.split("\\s+", 2);
        boolean named = halves[0].equalsIgnoreCase(command) || halves[0].equalsIgnoreCase(command.substring(1));
        if (!named && line.startsWith("/")) {
            return Outcome.refused(misreadings.of(line).orElse(halves[0] + " is no command here."));
        }
        String rest = named ? (halves.length > 1 ? halves[1] : "") : line;
        Outcome answer = outcome(await(sandbox.command(person.id(), room.id(), command, rest)));
        boolean window = answer.payload().path("type").asString("").equals("modal");
        if (!window) {
            return answer;
        }
        return file.map(given ->
                        outcome(await(sandbox.submit(person.id(), new SandboxFile(given.name(), given.bytes())))))
                .orElseGet(() -> answer.wanting(answer.text()));
    }

    @Override
    public Outcome click(Person person, Room room, String message, String button) {
        Seen seen = message(room, person, message);
        JsonNode meant = button(seen.payload(), button, "under message " + message);
        return outcome(await(sandbox.click(
                person.id(), room.id(), message, meant.path("action_id").asString(""))));
    }

    @Override
    public Optional<Outcome> home(Person person, Optional<String> button) {
        if (button.isEmpty()) {
            return Optional.of(outcome(await(sandbox.openHome(person.id()))));
        }
        JsonNode shown = sandbox.home(person.id())
                .map(JSON::readTree)
                .orElseThrow(() -> new BadRequest(person.name() + " has not opened the home tab yet"));
        JsonNode meant = button(shown, button.get(), "in the home tab");
        return Optional.of(outcome(
                await(sandbox.clickHome(person.id(), meant.path("action_id").asString("")))));
    }

    /** The button with this id or value, else with this label. */
    private static JsonNode button(JsonNode shown, String wanted, String where) {
        List<JsonNode> buttons = shown.path("blocks")
                .valueStream()
                .flatMap(block -> Stream.concat(
                        Stream.of(block.path("accessory")),
                        block.path("elements").valueStream()))
                .filter(each -> each.path("type").asString("").equals("button"))
                .toList();
        return buttons.stream()
                .filter(each -> each.path("action_id").asString("").equals(wanted)
                        || each.path("value").asString("").equals(wanted))
                .findFirst()
                .or(() -> buttons.stream()
                        .filter(each -> isLabelled(each, wanted))
                        .findFirst())
                .orElseThrow(() -> new BadRequest("no button " + wanted + " " + where + "; there are "
                        + String.join(
                                ", ", buttons.stream().map(SlackDesk::label).toList())));
    }

    private static boolean isLabelled(JsonNode button, String wanted) {
        return label(button).equalsIgnoreCase(wanted) || bare(label(button)).equals(bare(wanted));
    }

    private static String label(JsonNode button) {
        return button.path("text").path("text").asString("");
    }

    /** A label without emoji and arrows, as somebody may type it. */
    private static String bare(String label) {
        return label.replaceAll(":[a-z0-9_+-]+:", "")
                .replaceAll("[^\\p{L}\\p{N} ]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public Outcome react(Person person, Room room, String message, String emoji, boolean remove) {
        String name = EmojiNames.name(emoji);
        SandboxReply reply = await(
                remove
                        ? sandbox.unreact(person.id(), room.id(), message, name)
                        : sandbox.react(person.id(), room.id(), message, name));
        return new Outcome(reply.ok(), false, reply.text(), JSON.createObjectNode(), reply.ms());
    }

    /** Slack completes no options; what the page offers follows from the catalogue. */
    @Override
    public List<Suggestion> suggest(
            Person person, Room room, CommandLine.Written written, String option, String typed) {
        return List.of();
    }

    @Override
    public List<Seen> messages(Room room, Optional<Person> person) {
        List<SandboxMessage> messages =
                person.isPresent() ? sandbox.messages(room.id(), person.get().id()) : sandbox.messages(room.id());
        return messages.stream().map(this::seen).toList();
    }

    private Seen seen(SandboxMessage message) {
        boolean ours = message.author().equals(sandbox.botUserId());
        String name = people().stream()
                .filter(person -> person.id().equals(message.author()))
                .map(Person::name)
                .findFirst()
                .orElse("Paperboy");
        return new Seen(
                message.id(),
                message.author(),
                name,
                ours,
                instant(message.id()),
                message.ephemeralFor() != null,
                JSON.readTree(message.payload()),
                message.reactions().entrySet().stream()
                        .map(entry -> new Seen.Reaction(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** A {@code ts} is seconds with six decimals that keep it unique. */
    private static Instant instant(String ts) {
        return Instant.ofEpochMilli(new BigDecimal(ts).movePointRight(3).longValue());
    }

    @Override
    public List<FaultKind> faults() {
        return Stream.concat(
                        Arrays.stream(SlackFault.values()).map(fault -> new FaultKind(fault.kind(), fault.meaning())),
                        Stream.of(
                                new FaultKind("kick", "throws Paperboy out of a channel (channel)"),
                                new FaultKind("invite", "invites Paperboy into a channel again (channel)"),
                                new FaultKind("enforce-rate-limits", "enforces Slack's own limits, until clear"),
                                Stage.CLEAR_FAULTS))
                .toList();
    }

    @Override
    public void fault(FaultCall call) {
        String channel = call.channel()
                .map(this::room)
                .orElseGet(() -> rooms().getFirst())
                .id();
        switch (call.kind()) {
            case "clear" -> {
                sandbox.clearFaults();
                sandbox.enforceRateLimits(false);
            }
            case "enforce-rate-limits" -> sandbox.enforceRateLimits(true);
            case "kick" -> sandbox.kick(channel);
            case "invite" -> sandbox.invite(channel);
            default ->
                sandbox.inject(new FaultOrder(
                        named(call.kind()),
                        call.where().isEmpty() ? "*" : call.where(),
                        call.times(),
                        call.lasting().orElse(Duration.ofSeconds(1))));
        }
    }

    private SlackFault named(String kind) {
        return Arrays.stream(SlackFault.values())
                .filter(fault -> fault.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> unknownFault(kind));
    }

    @Override
    public void onChange(Consumer<String> listener) {
        sandbox.onChange(listener);
    }

    @Override
    public boolean online() {
        return sandbox.connections() > 0;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static SandboxReply await(CompletableFuture<SandboxReply> reply) {
        SandboxReply silence = new SandboxReply(
                false,
                true,
                "Paperboy did not answer within " + Patience.SECONDS + " seconds.",
                "",
                Patience.SECONDS * 1000L,
                "");
        return Patience.await(reply, silence);
    }

    private static Outcome outcome(SandboxReply reply) {
        JsonNode payload = reply.payload().isEmpty() ? JSON.createObjectNode() : JSON.readTree(reply.payload());
        return new Outcome(reply.ok(), reply.ephemeral(), reply.text(), payload, reply.ms());
    }
}
