package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.ADA;
import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.Request;
import dev.paperboy.subscription.Manners.CatchUp;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    private final DigestBench bench = new DigestBench(NINE);

    @AfterEach
    void close() {
        bench.close();
    }

    private Notice status(Instant now) {
        return status(now, List.of());
    }

    private Notice status(Instant now, List<String> lacking) {
        Reply reply = new StatusCommand(bench.subscriptions, bench.editions, bench.refusals, () -> now)
                .answer(new CommandCall(
                        Request.of(StatusCommand.SPEC), ADA, GENERAL, Set.of(), Optional.empty(), lacking, ""));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return (Notice) reply.content();
    }

    @Test
    void aChannelWithoutAScheduleIsToldHowToGetOne() {
        assertThat(status(NINE).hint()).contains("/papers schedule");
    }

    @Test
    void refusedAlertsAreToldOf() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.refusals.note(Watch.subscriptionOf(GENERAL), Refusals.Refusal.after(Optional.empty(), NINE));

        Notice status = status(NINE.minusSeconds(60));

        assertThat(status.tone()).isEqualTo(Content.Tone.PROBLEM);
        assertThat(status.text()).contains("There was no post yet.", "What my watches found was refused here.");
        assertThat(status.hint()).startsWith("I keep it").contains("The next comes on Mon 23 Nov");
    }

    @Test
    void whatTheBotLacksIsNamedWhetherOrNotSomethingIsScheduled() {
        assertThat(status(NINE, List.of("Send Messages", "Embed Links")).text())
                .isEqualTo("Nothing is scheduled in this channel. In this channel I lack: Send Messages, Embed Links.");
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        Notice lacking = status(NINE.minusSeconds(60), List.of("Send Messages"));
        assertThat(lacking.tone()).isEqualTo(Content.Tone.PROBLEM);
        assertThat(lacking.hint()).startsWith("Give me that").contains("The next comes on Mon 23 Nov");
        assertThat(lacking.buttons()).hasSize(1);
    }

    @Test
    void beforeTheFirstPostTheNextIsNamed() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));

        assertThat(status(NINE.minusSeconds(60)).text()).isEqualTo("There was no post yet.");
        assertThat(status(NINE.minusSeconds(60)).hint()).isEqualTo("The next comes on Mon 23 Nov 09:00 (UTC).");
    }

    @Test
    void aPostThatArrivedIsCounted() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        bench.tick(NINE);

        assertThat(status(NINE.plusSeconds(60)).text()).isEqualTo("The post of Mon 23 Nov is there: 3 of 3 messages.");
        assertThat(status(NINE.plusSeconds(60)).hint()).contains("Tue 24 Nov 09:00");
    }

    @Test
    void aSkippedPostIsNoRiddle() {
        bench.subscribe(DigestBench.catchingUp(SampleSubscriptions.daily(GENERAL), CatchUp.SKIP));
        bench.tick(NINE.plus(Duration.ofHours(5)));

        assertThat(status(NINE.plus(Duration.ofHours(5))).text()).contains("Mon 23 Nov was skipped");
    }

    @Test
    void whatStoodInTheWayIsSaid() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.subscriptions.noteError(
                bench.subscriptions.in(GENERAL).orElseThrow().id(), Optional.of("I may not write here."));

        Notice status = status(NINE);
        assertThat(status.text()).contains("I may not write here.");
        assertThat(status.tone()).isEqualTo(dev.paperboy.chat.Content.Tone.PROBLEM);
    }
}
