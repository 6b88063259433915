package dev.paperboy.discord;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What makes a post known as the one of a delivery key. Discord drops a repeat with the same nonce for some minutes; for
 * later the key's code is the number of the message's outermost component, which people do not see and Discord returns.
 *
 * @param nonce the first 25 characters of a hash of the key: Discord takes no longer one
 * @param code 1 to 2³¹ - 1, from the same hash
 */
record DiscordMark(String nonce, int code) {

    static DiscordMark of(String deliveryKey) {
        byte[] hash = sha256(deliveryKey);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        int number = ByteBuffer.wrap(hash).getInt(hash.length - Integer.BYTES) & Integer.MAX_VALUE;
        return new DiscordMark(text.substring(0, DiscordLimits.NONCE), Math.max(1, number));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Puts the mark on a message yet to be posted. */
    DataObject on(DataObject message) {
        DataArray components = message.optArray("components").orElseGet(DataArray::empty);
        if (!components.isEmpty()) {
            components.getObject(0).put("id", code);
        }
        return message.put("nonce", nonce).put("enforce_nonce", true);
    }

    /** Whether a message that Discord returns has this mark; whether it still tells the nonce is not documented. */
    boolean isOn(DataObject message) {
        DataArray components = message.optArray("components").orElseGet(DataArray::empty);
        return nonce.equals(message.getString("nonce", ""))
                || (!components.isEmpty() && components.getObject(0).getInt("id", 0) == code);
    }
}
