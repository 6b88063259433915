package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.chat.ChatException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackPaceTest {

    private static final Duration GAP = SlackLimits.BETWEEN_POSTS;

    private final HandPause time = new HandPause();
    private final SlackPace pace = new SlackPace(time, time);

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    private long post(String channel) {
        return pace.inTurn(channel, time::read);
    }

    @Test
    void messagesToOneChannelAreKeptApart() {
        post("papers");
        post("papers");
        time.pass(Duration.ofMillis(500));
        post("papers");

        assertThat(time.waits).containsExactly(GAP, GAP.minusMillis(500));
    }

    @Test
    void theGapBeginsWithSlacksAnswer() {
        pace.inTurn("papers", () -> {
            time.pass(Duration.ofSeconds(5));
            return "sent";
        });
        post("papers");

        assertThat(time.waits).containsExactly(GAP);
    }

    @Test
    void otherChannelsDoNotWait() {
        post("papers");
        post("general");

        assertThat(time.waits).isEmpty();
    }

    @Test
    void aFailedPostTakesItsTurnToo() {
        var _ = catchThrowableOfType(
                IllegalStateException.class,
                () -> pace.inTurn("papers", () -> {
                    throw new IllegalStateException("cut");
                }));
        post("papers");

        assertThat(time.waits).containsExactly(GAP);
    }

    private void await(String method) {
        pace.await(method, pace.in(SlackPace.LONGEST_WAIT));
    }

    @Test
    void whoseTurnComesTooLateIsSentBack() {
        pace.shut("chat.postMessage", Duration.ofSeconds(7));

        assertThat(catchThrowableOfType(
                                ChatException.class,
                                () -> pace.await("chat.postMessage", pace.in(Duration.ofSeconds(6))))
                        .kind())
                .isEqualTo(ChatException.Kind.RATE_LIMITED);
        pace.await("chat.postMessage", pace.in(Duration.ofSeconds(7)));

        assertThat(time.waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aMethodIsCalledSoOftenAMinute() {
        int most = SlackLimits.callsAMinute("users.info");
        IntStream.range(0, most).forEach(i -> await("users.info"));
        assertThat(time.waits).isEmpty();
        time.pass(Duration.ofSeconds(20));

        await("users.info");
        await("chat.update");

        assertThat(time.waits).containsExactly(Duration.ofSeconds(40));
    }

    @Test
    void whatSlackSaysToOneIsSaidToAll() {
        pace.shut("chat.postMessage", Duration.ofSeconds(7));

        await("chat.update");
        assertThat(time.waits).isEmpty();
        await("chat.postMessage");

        assertThat(time.waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aLongWaitIsLeftToTheCaller() {
        pace.shut("chat.postMessage", Duration.ofMinutes(5));
        time.pass(Duration.ofMinutes(1));

        ChatException refused = catchThrowableOfType(ChatException.class, () -> await("chat.postMessage"));

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.RATE_LIMITED);
        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(4));
    }

    @Test
    void whoIsStoppedWhileWaitingHasSentNothing() {
        SlackPace stopped = new SlackPace(time, wait -> {
            throw new InterruptedException();
        });
        stopped.inTurn("papers", time::read);

        ChatException refused = catchThrowableOfType(ChatException.class, () -> stopped.inTurn("papers", time::read));

        assertThat(refused.kind()).isEqualTo(ChatException.Kind.UNAVAILABLE);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
