package dev.paperboy.slack.sandbox;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What Slack accepts at one place of a payload. Problems are worded as Slack words them in
 * {@code response_metadata.messages}: the fault, then the JSON pointer of the place.
 */
@FunctionalInterface
interface Rule {
    void check(JsonNode value, String pointer, Consumer<String> problems);

    /** A string of {@code min} to {@code max} characters (UTF-16 units, as Slack's own clients count). */
    static Rule text(int min, int max) {
        return (value, at, problems) -> {
            if (!value.isString()) {
                problem(problems, "must be a string", at);
            } else if (value.stringValue().length() > max) {
                problem(problems, "must be less than " + (max + 1) + " characters", at);
            } else if (value.stringValue().length() < min) {
                problem(problems, "must be more than " + (min - 1) + " characters", at);
            }
        };
    }

    static Rule flag() {
        return (value, at, problems) -> {
            if (!value.isBoolean()) {
                problem(problems, "must be a boolean", at);
            }
        };
    }

    static Rule number() {
        return (value, at, problems) -> {
            if (!value.isNumber()) {
                problem(problems, "must be a number", at);
            }
        };
    }

    static Rule oneOf(String... allowed) {
        Set<String> words = new TreeSet<>(Arrays.asList(allowed));
        return (value, at, problems) -> {
            if (!value.isString() || !words.contains(value.stringValue())) {
                problem(problems, "must be one of " + words, at);
            }
        };
    }

    /** An absolute http, https or mailto address of at most {@code max} characters. */
    static Rule url(int max) {
        return (value, at, problems) -> {
            text(1, max).check(value, at, problems);
            if (value.isString() && !isAbsolute(value.stringValue())) {
                problem(problems, "must be a valid URL", at);
            }
        };
    }

    static Rule list(int min, int max, Rule each) {
        return (value, at, problems) -> {
            if (!value.isArray()) {
                problem(problems, "must be an array", at);
                return;
            }
            if (value.size() > max) {
                problem(problems, "no more than " + max + " items allowed", at);
            } else if (value.size() < min) {
                problem(problems, "no fewer than " + min + " items allowed", at);
            }
            for (int i = 0; i < value.size(); i++) {
                each.check(value.get(i), at + "/" + i, problems);
            }
        };
    }

    /** An object with exactly the named fields; {@code required} must be there, no field may be foreign. */
    static Rule object(Map<String, Rule> fields, String... required) {
        return (value, at, problems) -> {
            if (!value.isObject()) {
                problem(problems, "must be an object", at);
                return;
            }
            for (String name : required) {
                if (!value.has(name)) {
                    problem(problems, "missing required field: " + name, at);
                }
            }
            value.properties().forEach(entry -> {
                Rule rule = fields.get(entry.getKey());
                if (rule == null) {
                    problem(problems, "unsupported field: " + entry.getKey(), at);
                } else {
                    rule.check(entry.getValue(), at + "/" + entry.getKey(), problems);
                }
            });
        };
    }

    /** An object whose {@code type} chooses the rule; an unknown type is a fault. */
    static Rule byType(Map<String, Rule> kinds) {
        return (value, at, problems) -> {
            Rule rule = kinds.get(value.path("type").asString(""));
            if (rule == null) {
                problem(problems, "unsupported type: " + value.path("type").asString("none"), at + "/type");
            } else {
                rule.check(value, at, problems);
            }
        };
    }

    static Rule all(Rule... rules) {
        List<Rule> list = List.of(rules);
        return (value, at, problems) -> list.forEach(rule -> rule.check(value, at, problems));
    }

    static void problem(Consumer<String> problems, String what, String pointer) {
        problems.accept("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }

    private static boolean isAbsolute(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme();
            return scheme != null && Set.of("http", "https", "mailto").contains(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
