package dev.paperboy.digest;

import static dev.paperboy.digest.EditionsContract.EVERYWHERE;
import static dev.paperboy.digest.EditionsContract.GENERAL;
import static dev.paperboy.digest.EditionsContract.HOSTILE;
import static dev.paperboy.digest.EditionsContract.NINE;
import static dev.paperboy.digest.EditionsContract.PAPERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Alerts} keeps. */
public interface AlertsContract {

    PaperId PAPER = new PaperId("2611.00001");
    PaperId OTHER = new PaperId("hep-th/9901001");

    /** An empty store, fresh for each test. */
    Alerts alerts();

    static Alert alert(ChannelRef channel, PaperId paper, Instant at) {
        return new Alert(channel, paper, Alert.Cause.NEW, HOSTILE, at);
    }

    @Test
    default void whatIsNotedWaits() {
        Alerts alerts = alerts();
        alerts.note(List.of(alert(GENERAL, PAPER, NINE), alert(PAPERS, PAPER, NINE)));
        alerts.note(List.of(alert(GENERAL, OTHER, NINE.plusSeconds(1))));
        alerts.note(List.of());

        assertThat(alerts.waiting(GENERAL))
                .extracting(Alerts.Waiting::alert)
                .containsExactly(alert(GENERAL, PAPER, NINE), alert(GENERAL, OTHER, NINE.plusSeconds(1)));
        assertThat(alerts.waiting(GENERAL))
                .extracting(Alerts.Waiting::number)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    default void aChannelIsToldOfACauseOnce() {
        Alerts alerts = alerts();
        Alert first = alert(GENERAL, PAPER, NINE);
        alerts.note(List.of(first, first));
        alerts.settle(alerts.waiting(GENERAL));
        alerts.note(List.of(alert(GENERAL, PAPER, NINE.plusSeconds(60))));
        assertThat(alerts.waiting(GENERAL)).isEmpty();

        Alert revised = new Alert(GENERAL, PAPER, Alert.Cause.version(2), "", NINE);
        alerts.note(List.of(revised));
        assertThat(alerts.waiting(GENERAL)).extracting(Alerts.Waiting::alert).containsExactly(revised);
    }

    @Test
    default void channelsRipenWhenNothingMoreCameOrSomethingIsOld() {
        Alerts alerts = alerts();
        alerts.note(List.of(
                alert(GENERAL, PAPER, NINE), alert(GENERAL, OTHER, NINE.plusSeconds(100)), alert(PAPERS, PAPER, NINE)));

        Instant before = NINE.minusSeconds(1);
        assertThat(alerts.ripe(EVERYWHERE, before, before)).isEmpty();
        assertThat(alerts.ripe(EVERYWHERE, NINE, before)).containsExactly(PAPERS);
        assertThat(alerts.ripe(EVERYWHERE, before, NINE)).containsExactlyInAnyOrder(GENERAL, PAPERS);
        assertThat(alerts.ripe(EVERYWHERE, NINE.plusSeconds(100), before)).containsExactlyInAnyOrder(GENERAL, PAPERS);
        assertThat(alerts.ripe(Set.of(Platform.DISCORD), NINE, NINE)).containsExactly(GENERAL);
        assertThat(alerts.ripe(Set.of(), NINE, NINE)).isEmpty();

        alerts.settle(alerts.waiting(PAPERS));
        assertThat(alerts.ripe(EVERYWHERE, NINE, NINE)).containsExactly(GENERAL);
    }

    @Test
    default void onlyWhatIsSettledAndOldIsForgotten() {
        Alerts alerts = alerts();
        alerts.note(List.of(alert(GENERAL, PAPER, NINE), alert(PAPERS, PAPER, NINE)));
        alerts.settle(alerts.waiting(PAPERS));

        alerts.forget(NINE);
        alerts.note(List.of(alert(PAPERS, PAPER, NINE)));
        assertThat(alerts.waiting(PAPERS)).isEmpty();

        alerts.forget(NINE.plusSeconds(1));
        assertThat(alerts.waiting(GENERAL)).hasSize(1);
        alerts.note(List.of(alert(PAPERS, PAPER, NINE)));
        assertThat(alerts.waiting(PAPERS)).hasSize(1);
    }
}
