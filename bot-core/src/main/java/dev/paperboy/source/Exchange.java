package dev.paperboy.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** One request and its whole answer, bounded in time and size. */
final class Exchange implements AutoCloseable {

    /** The largest body, in bytes, packed and unpacked: a full page of 2,500 OAI records has about 6 million. */
    static final int MAX_BODY = 32 << 20;

    private final HttpClient http;
    private final String userAgent;
    private final Timeouts timeouts;

    Exchange(String userAgent, Timeouts timeouts) {
        this.userAgent = userAgent;
        this.timeouts = timeouts;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    HttpResponse<byte[]> get(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("User-Agent", userAgent)
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        String place = SourceClient.place(uri);
        // The request's own timeout ends with the headers; a body that drips on is only ended from here.
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, _ -> new BoundedBody(MAX_BODY));
        try {
            return answer.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw SourceException.unavailable(place + " did not answer within " + timeouts.answer(), e);
        } catch (ExecutionException e) {
            throw BoundedBody.isTooLarge(e)
                    ? SourceException.malformed(place + " sent more than " + MAX_BODY + " bytes", e)
                    : SourceException.unavailable(place + " gave no answer: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceException.unavailable("interrupted while reading " + place, e);
        } finally {
            answer.cancel(true);
        }
    }

    /** The body of an answer, unpacked. */
    static byte[] body(HttpResponse<byte[]> answer) {
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("gzip")) {
            return answer.body();
        }
        String place = SourceClient.place(answer.uri());
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] body = unpacked.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw SourceException.malformed(place + " unpacks to more than " + MAX_BODY + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw SourceException.malformed(place + " sent a body that does not unpack", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
