package dev.paperboy.subscription;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Help;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.command.Texts;
import dev.paperboy.subscription.WatchCommand.For;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lists what is watched for the asker and in the channel. */
final class WatchList {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int MOST_ENTRIES = 20;
    private static final int MOST_BUTTONS = 5;
    private static final int ON_A_BUTTON = 50;

    private static final String SAVED =
            " News of what you saved comes to you without a watch; /papers saved notes:off ends that.";

    private final Watches watches;

    WatchList(Watches watches) {
        this.watches = watches;
    }

    /** One line, and for whom it is. */
    private record Line(Watch watch, For whom) {

        Help.Entry entry() {
            String since = DAY.format(watch.madeAt().atOffset(ZoneOffset.UTC));
            return new Help.Entry(watch.topic().text(), WatchCommand.place(whom) + ", since " + since);
        }

        Button stop() {
            return new Button.Ask(
                    Texts.cut("Stop " + watch.topic().said(), ON_A_BUTTON),
                    UnwatchCommand.request(watch.topic(), whom));
        }
    }

    Content of(CommandCall call) {
        List<Line> lines = Stream.of(For.ME, For.CHANNEL)
                .flatMap(whom ->
                        watches.in(WatchCommand.channel(call, whom)).stream().map(watch -> new Line(watch, whom)))
                .toList();
        if (lines.isEmpty()) {
            return Notice.info(
                    "Nothing is watched for you or in this channel.",
                    "Write /papers watch diffusion -survey, or /papers follow Geoffrey Hinton." + SAVED);
        }
        String cut = lines.size() > MOST_ENTRIES
                ? " These are the first %d of %d.".formatted(MOST_ENTRIES, lines.size())
                : "";
        return new Help(
                "What is watched",
                "A new paper that fits is told as it comes in. /papers unwatch ends a watch." + SAVED + cut,
                lines.stream().limit(MOST_ENTRIES).map(Line::entry).toList(),
                lines.stream()
                        .filter(line -> line.whom() == For.ME || WatchCommand.mayManage(call))
                        .limit(MOST_BUTTONS)
                        .map(Line::stop)
                        .toList());
    }
}
