package dev.paperboy.config;

import tools.jackson.databind.JsonNode;

/**
 * What one key is set to.
 *
 * @param value as written
 * @param origin where: a file and line, or an environment variable
 */
record Setting(JsonNode value, String origin) {

    Setting with(JsonNode other) {
        return new Setting(other, origin);
    }
}
