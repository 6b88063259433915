package dev.paperboy.config;

import dev.paperboy.command.FileTrouble;
import dev.paperboy.command.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads {@link Settings}: the defaults, over them the file, over it the environment. What is not known or cannot be is
 * refused with the place where it stands.
 */
public final class SettingsReader {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);
    private static final String PREFIX = "PAPERBOY_";
    /** Of the launcher, of the command line and of the tests. */
    private static final Set<String> NO_SETTINGS =
            Set.of("PAPERBOY_HOME", "PAPERBOY_JAVA_HOME", "PAPERBOY_JAVA_OPTS", "PAPERBOY_TEST_PG_URL");

    /** Keys that have another variable too, by which they are better known. */
    private static final Map<String, String> ALSO = Map.of("PAPERBOY_DB_URL", "store.url");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private static final String DEFAULTS = "the defaults";

    private final Map<String, Setting> known;

    public SettingsReader() {
        this.known = flat(reference(), DEFAULTS);
    }

    /** What a home folder and an environment say. */
    public Settings read(Home home, Map<String, String> environment) {
        Map<String, Setting> all = new LinkedHashMap<>(known);
        all.putAll(fromFile(home.settings()));
        all.putAll(fromEnvironment(environment));
        return bind(all);
    }

    private Map<String, Setting> fromFile(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + ": " + FileTrouble.of(e), e);
        }
        Map<String, Setting> written = flat(text, file.toString());
        Map<String, Setting> settings = new LinkedHashMap<>();
        written.forEach((key, setting) -> {
            JsonNode value = setting.value();
            if (isSection(key) && (value.isNull() || (value.isObject() && value.isEmpty()))) {
                return;
            }
            settings.put(key, checked(key, setting));
        });
        return settings;
    }

    private Setting checked(String key, Setting setting) {
        if (known.containsKey(key)) {
            // A key without a value says nothing: the default holds.
            return setting.value().isNull() ? setting.with(known(key).value()) : setting;
        }
        if (isSection(key)) {
            throw new BadInput(setting.origin() + ": " + key + " is a section; known in it: " + keysIn(key));
        }
        String section = parentOf(key);
        if (known.containsKey(section)) {
            throw new BadInput(setting.origin() + ": " + section + " takes a value and has no keys below it");
        }
        while (!section.isEmpty() && !isSection(section)) {
            section = parentOf(section);
        }
        String guess = Spelling.nearest(key, known.keySet())
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        String place = section.isEmpty() ? "" : " in " + section;
        throw new BadInput(
                setting.origin() + ": unknown key " + key + guess + " (known" + place + ": " + keysIn(section) + ")");
    }

    private Map<String, Setting> fromEnvironment(Map<String, String> environment) {
        Map<String, String> keys = variables();
        Map<String, Setting> settings = new LinkedHashMap<>();
        new TreeMap<>(environment).forEach((variable, value) -> {
            String key = keys.get(variable);
            if (key != null && !value.isBlank()) {
                Setting setting = new Setting(typed(key, value.strip()), variable);
                Setting other = settings.putIfAbsent(key, setting);
                if (other != null) {
                    throw new BadInput(variable + " and " + other.origin() + " both set " + key + "; leave one out");
                }
            } else if (key == null && variable.startsWith(PREFIX) && !NO_SETTINGS.contains(variable)) {
                LOG.warn("the environment variable {} means nothing to Paperboy{}", variable, guess(variable, keys));
            }
        });
        return settings;
    }

    /** The key of each variable. */
    private Map<String, String> variables() {
        Map<String, String> keys = new HashMap<>(ALSO);
        known.keySet().forEach(key -> keys.put(variableOf(key), key));
        return keys;
    }

    private static String guess(String variable, Map<String, String> keys) {
        Map<String, String> lower =
                keys.keySet().stream().collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
        return Spelling.nearest(variable, lower.keySet())
                .map(name -> "; did you mean " + lower.get(name) + "?")
                .orElse("");
    }

    /** A variable's text in the shape that its key has: lists are written with commas. */
    private JsonNode typed(String key, String value) {
        if (known(key).value().isArray()) {
            ArrayNode list = YAML.createArrayNode();
            for (String element : value.split(",")) {
                list.add(element.strip());
            }
            return list;
        }
        return YAML.getNodeFactory().stringNode(value);
    }

    private static Settings bind(Map<String, Setting> all) {
        ObjectNode tree = YAML.createObjectNode();
        all.forEach((key, setting) -> {
            ObjectNode section = tree;
            for (String name :
                    parentOf(key).isEmpty() ? new String[0] : parentOf(key).split("\\.")) {
                section = section.withObjectProperty(name);
            }
            section.set(key.substring(key.lastIndexOf('.') + 1), setting.value());
        });
        try {
            return YAML.treeToValue(tree, Settings.class);
        } catch (JacksonException e) {
            throw refusal(e, all);
        }
    }

    /** Says what is wrong without the value, which may be a secret. */
    private static BadInput refusal(JacksonException e, Map<String, Setting> all) {
        String path = e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
        String reason = "cannot have this value";
        if (e.getCause() instanceof BadValue bad) {
            path = path.isEmpty() ? bad.key() : path + "." + bad.key();
            reason = String.valueOf(bad.getMessage());
        } else if (e.getCause() instanceof IllegalArgumentException bad && bad.getMessage() != null) {
            reason = bad.getMessage();
        } else if (e instanceof MismatchedInputException mismatch) {
            reason = Expected.of(mismatch.getTargetType());
        }
        return new BadInput(origin(path, all) + ": " + path + " " + reason);
    }

    /** Where a key was set, or else what was set in the same section: what is missing stands on no line. */
    private static String origin(String path, Map<String, Setting> all) {
        Stream<Setting> beside = all.entrySet().stream()
                .filter(entry -> parentOf(entry.getKey()).equals(parentOf(path)))
                .map(Map.Entry::getValue);
        return Stream.concat(Stream.ofNullable(all.get(path)), beside)
                .map(Setting::origin)
                .filter(origin -> !origin.startsWith(DEFAULTS))
                .findFirst()
                .orElse("the settings");
    }

    private Setting known(String key) {
        return Objects.requireNonNull(known.get(key), key);
    }

    private boolean isSection(String key) {
        return known.keySet().stream().anyMatch(name -> name.startsWith(key + "."));
    }

    private String keysIn(String section) {
        String prefix = section.isEmpty() ? "" : section + ".";
        return known.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).split("\\.", 2)[0])
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String parentOf(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? "" : key.substring(0, dot);
    }

    private static String variableOf(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Map<String, Setting> flat(String text, String name) {
        return new FlatYaml(YAML, name).read(text);
    }

    private static String reference() {
        try (InputStream stream = SettingsReader.class.getResourceAsStream("paperboy.yaml")) {
            return new String(Optional.ofNullable(stream).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
