package dev.paperboy.slack;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Tells a request that found no connection, and so did nothing, from one whose answer got lost. OkHttp's exceptions do
 * not: a time-out while connecting and one while waiting for the answer are of the same class.
 */
final class SlackSending implements Interceptor {

    /** Travels with a request. */
    private static final class Mark {
        /** Written and read by the one thread that makes the call. */
        private boolean connected;
    }

    private SlackSending() {}

    static OkHttpClient.Builder addTo(OkHttpClient.Builder http) {
        return http.addInterceptor(new SlackSending()).addNetworkInterceptor(SlackSending::onceConnected);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Mark mark = new Mark();
        try {
            return chain.proceed(
                    chain.request().newBuilder().tag(Mark.class, mark).build());
        } catch (IOException e) {
            throw mark.connected ? e : new NotSentException(e);
        } catch (Exception e) {
            throw mended(e, mark);
        }
    }

    /** OkHttp, being Kotlin, lets an interruption through that no caller in Java is prepared for. */
    private static IOException mended(Exception undeclared, Mark mark) {
        if (!(undeclared instanceof InterruptedException)) {
            throw (RuntimeException) undeclared;
        }
        Thread.currentThread().interrupt();
        IOException interrupted = new InterruptedIOException("interrupted");
        return mark.connected ? interrupted : new NotSentException(interrupted);
    }

    private static Response onceConnected(Chain chain) throws IOException {
        Mark mark = chain.request().tag(Mark.class);
        if (mark != null) {
            mark.connected = true;
        }
        return chain.proceed(chain.request());
    }
}
