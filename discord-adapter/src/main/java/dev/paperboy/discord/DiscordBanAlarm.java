package dev.paperboy.discord;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the alarm when Cloudflare and not Discord turns requests away: a 429 without {@code Via}. JDA then stops every
 * route for as long as the answer says, acknowledgements too, so that the whole bot is silent.
 */
final class DiscordBanAlarm implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBanAlarm.class);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() == 429 && response.header("Via") == null) {
            LOG.error(
                    "Cloudflare has banned this address from Discord for {} s: too many refused requests"
                            + " (10,000 answers of 401, 403 or 429 in ten minutes). Paperboy is silent until then.",
                    response.header("Retry-After", "?"));
        }
        return response;
    }
}
