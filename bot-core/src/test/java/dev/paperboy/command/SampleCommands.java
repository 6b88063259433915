package dev.paperboy.command;

import java.util.List;

/** A small catalogue with every kind of option, for tests of whatever reads or shows commands. */
public final class SampleCommands {

    /** A closed list for the tests. */
    public enum Window {
        DAY,
        WEEK,
        MONTH
    }

    public static final Param<String> QUERY =
            Param.text("query", "what to look for").asRequired();
    public static final Param<Integer> LIMIT = Param.count("limit", "how many papers", 1, 10);
    public static final CommandSpec SEARCH =
            CommandSpec.of("search", "Find papers about a topic", QUERY, LIMIT).example("search diffusion models");

    public static final Param<Window> WINDOW = Param.choice("window", "how far back", Window.class);
    public static final CommandSpec TRENDING = CommandSpec.of("trending", "What is hot", WINDOW, LIMIT);

    public static final Param<java.time.LocalTime> TIME = Param.time("time", "when to post");
    public static final Param<java.time.ZoneId> ZONE = Param.zone("zone", "whose time");
    public static final Param<java.util.Set<java.time.DayOfWeek>> DAYS = Param.days("days", "on which days");
    public static final Param<Integer> COUNT = Param.count("count", "how many papers", 1, 10);
    public static final Param<String> TOPIC = Param.text("topic", "which papers");
    public static final CommandSpec SCHEDULE = CommandSpec.of(
                    "schedule", "Post trending papers here", TIME, ZONE, DAYS, COUNT, TOPIC)
            .needing(Right.MANAGE_CHANNEL)
            .answeredPrivately();

    public static final Param<dev.paperboy.paper.PaperId> ID =
            Param.paper("id", "which paper").asRequired();
    public static final CommandSpec PAPER = CommandSpec.of("paper", "Show one paper", ID);

    public static final Param.TextFile FILE =
            Param.file("file", "a list of papers").asRequired();
    public static final CommandSpec IMPORT =
            CommandSpec.of("import", "Keep the papers of a file", FILE).answeredPrivately();

    public static final Param<String> COMMAND = Param.text("command", "which command");
    public static final CommandSpec HELP =
            CommandSpec.of("help", "Explain the commands", COMMAND).answeredPrivately();

    public static final CommandCatalogue CATALOGUE =
            new CommandCatalogue("papers", List.of(SEARCH, TRENDING, SCHEDULE, PAPER, IMPORT, HELP));

    private SampleCommands() {}
}
