package dev.paperboy.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a query into tokens: what is quoted, grouped and excluded, but not yet what it means. Never fails. */
final class QueryScanner {

    private static final String QUOTES = "\"“”„‟«»＂";
    private static final Pattern BLANK = Pattern.compile("[\\p{Cc}\\p{Zs}\\p{Zl}\\p{Zp}]");
    /** Marks of direction and zero width, which would hide between letters, and halves of characters. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    /** Joiners stay in words, for scripts and emoji need them; alone they are nothing to be seen. */
    private static final Pattern JOINERS = Pattern.compile("\\p{Cf}");

    private static final String DASHES = "-−–";

    /** A piece of a query. */
    sealed interface Token {

        /** Something between white space. */
        record Plain(String text) implements Token {}

        /**
         * Something between quotation marks, or in parentheses after a field.
         *
         * @param field what stood before it with a colon, else empty
         */
        record Quoted(String field, String text, boolean phrase) implements Token {}

        /** Not what follows. */
        record Minus() implements Token {}

        /** A parenthesis opens. */
        record Open() implements Token {}

        /** A parenthesis closes. */
        record Close() implements Token {}

        /** A quotation mark without its partner. */
        record LoneQuote() implements Token {}
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private QueryScanner(String text) {
        this.text = text;
    }

    /** The tokens of a text in which every control character counts as white space. */
    static List<Token> scan(String text) {
        QueryScanner scanner = new QueryScanner(visible(text));
        while (scanner.at < scanner.text.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    /** Whether nothing of a text can be seen. */
    static boolean isBlank(String text) {
        return JOINERS.matcher(visible(text)).replaceAll("").isBlank();
    }

    private static String visible(String text) {
        return INVISIBLE.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("");
    }

    private void next() {
        char c = text.charAt(at);
        if (c == ' ' || c == '+') {
            at++;
        } else if (DASHES.indexOf(c) >= 0) {
            minus();
        } else if (c == '(') {
            at++;
            tokens.add(new Token.Open());
        } else if (c == ')') {
            at++;
            tokens.add(new Token.Close());
        } else if (isQuote(c)) {
            quoted("");
        } else {
            plain();
        }
    }

    /** A dash excludes what it touches; a lone one, or a row of them, is only punctuation. */
    private void minus() {
        int start = at;
        while (at < text.length() && DASHES.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start + 1 && at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ')') {
            tokens.add(new Token.Minus());
        }
    }

    private void quoted(String field) {
        int end = at + 1;
        while (end < text.length() && !isQuote(text.charAt(end))) {
            end++;
        }
        if (end == text.length()) {
            tokens.add(new Token.LoneQuote());
            if (!field.isEmpty()) {
                tokens.add(new Token.Plain(field + ":"));
            }
            at++;
        } else {
            tokens.add(new Token.Quoted(field, text.substring(at + 1, end).strip(), true));
            at = end + 1;
        }
    }

    private void plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ' ') {
            char c = text.charAt(at);
            boolean afterColon = at > start + 1 && text.charAt(at - 1) == ':';
            if (isQuote(c)) {
                if (afterColon) {
                    quoted(text.substring(start, at - 1));
                    return;
                }
                break;
            }
            if (c == '(' && afterColon && text.indexOf(')', at) > 0) {
                int end = text.indexOf(')', at);
                tokens.add(new Token.Quoted(
                        text.substring(start, at - 1),
                        text.substring(at + 1, end).strip(),
                        false));
                at = end + 1;
                return;
            }
            at++;
        }
        word(text.substring(start, at));
    }

    /** A closing parenthesis belongs to the word if the word opened it, as in O(n); else to the group. */
    private void word(String raw) {
        long closing = Math.max(0, count(raw, ')') - count(raw, '('));
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == ')' && closing > 0) {
            end--;
            closing--;
        }
        if (end > 0) {
            tokens.add(new Token.Plain(raw.substring(0, end)));
        }
        for (int i = end; i < raw.length(); i++) {
            tokens.add(new Token.Close());
        }
    }

    private static long count(String word, char wanted) {
        return word.chars().filter(c -> c == wanted).count();
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
