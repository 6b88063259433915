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

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!SlackClient.isOurs(access, chain.request().url().uri())) {
            throw new IOException("refused to call " + chain.request().url().host() + ", which is not Slack");
        }
        return chain.proceed(chain.request());
    }
}
