package dev.paperboy.slack;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets nothing out but to Slack: response URLs come from payloads, and a forged one must not carry our words away. */
final class SlackHosts implements Interceptor {
    private final SlackAccess access;

    SlackHosts(SlackAccess access) {
        this.access = access;
    }

    /** What was to be called is not Slack, and was not called. */
    static final class Stranger extends IOException {
        private static final long serialVersionUID = 1L;

        Stranger(String host) {
            super("refused to call " + host + ", which is not Slack");
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!access.isSlack(chain.request().url().uri())) {
            throw new Stranger(chain.request().url().host());
        }
        return chain.proceed(chain.request());
    }
}
