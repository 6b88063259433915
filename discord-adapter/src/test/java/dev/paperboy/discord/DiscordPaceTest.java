package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.source.FakeTime;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class DiscordPaceTest {
    private static final String POST = "channels/1/messages";

    private final FakeTime time = new FakeTime();
    private int status = 200;
    private String retryAfter = "3";
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addInterceptor(new DiscordPace(time))
            .addInterceptor(chain -> new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(status)
                    .message("")
                    .header("Retry-After", retryAfter)
                    .header("X-RateLimit-Global", "true")
                    .body(ResponseBody.create("", MediaType.get("text/plain")))
                    .build())
            .build();

    private void ask(String path) throws IOException {
        client.newCall(new Request.Builder()
                        .url("http://127.0.0.1:9/api/v10/" + path)
                        .build())
                .execute()
                .close();
    }

    private void useUp() throws IOException {
        for (int i = 0; i < DiscordPace.REQUESTS_A_SECOND; i++) {
            ask(POST);
        }
    }

    @Test
    void afterASecondsRequestsTheNextWaitsForASecond() throws IOException {
        Duration begin = time.elapsed();
        useUp();
        assertThat(time.elapsed()).isEqualTo(begin);
        ask(POST);
        assertThat(time.elapsed()).isEqualTo(begin.plusSeconds(1));
    }

    @Test
    void whatPeopleWaitForNeverWaits() throws IOException {
        Duration begin = time.elapsed();
        useUp();
        ask("interactions/1/token/callback");
        ask("webhooks/1/token/messages/@original");
        assertThat(time.elapsed()).isEqualTo(begin);
    }

    @Test
    void whenDiscordSaysStopItStopsForThatLong() throws IOException {
        Duration begin = time.elapsed();
        status = 429;
        ask(POST);
        status = 200;
        ask(POST);
        assertThat(time.elapsed()).isEqualTo(begin.plusSeconds(3));
    }

    @Test
    void whoseTurnWouldComeTooLateIsNotSentAndNothingWasDone() throws IOException {
        status = 429;
        retryAfter = "6.5";
        ask(POST);
        status = 200;
        assertThatThrownBy(() -> ask(POST)).isInstanceOf(DiscordPace.NoTurnException.class);
        time.pass(Duration.ofSeconds(2));
        ask(POST);
    }
}
