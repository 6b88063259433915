package dev.paperboy.discord.sandbox;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's JSON objects for what is in the world, with every field that JDA insists on. */
final class Wire {
    private static final String JOINED = "2026-01-05T09:00:00.000000+00:00";

    private Wire() {}

    static ObjectNode user(SandboxUser user) {
        return Json.object()
                .put("id", user.id())
                .put("username", user.name())
                .put("global_name", user.bot() ? null : user.name())
                .put("discriminator", user.bot() ? "0001" : "0")
                .put("avatar", (String) null)
                .put("bot", user.bot())
                .put("public_flags", 0);
    }

    static ObjectNode member(SandboxUser user) {
        ObjectNode member = Json.object()
                .put("nick", (String) null)
                .put("avatar", (String) null)
                .put("joined_at", JOINED)
                .put("premium_since", (String) null)
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0);
        member.set("user", user(user));
        ArrayNode roles = member.putArray("roles");
        if (user.mayManageChannels()) {
            roles.add(World.ADMIN_ROLE);
        }
        return member;
    }

    static ObjectNode emoji(String name) {
        return Json.object().put("id", (String) null).put("name", name);
    }

    static ObjectNode channel(World world, SandboxChannel channel) {
        SandboxUser person = world.recipient(channel.id());
        return person == null ? guildChannel(world, channel) : conversation(channel, person);
    }

    private static ObjectNode conversation(SandboxChannel channel, SandboxUser person) {
        ObjectNode json = Json.object()
                .put("id", channel.id())
                .put("type", 1)
                .put("last_message_id", (String) null)
                .put("flags", 0);
        json.putArray("recipients").add(user(person));
        return json;
    }

    private static ObjectNode guildChannel(World world, SandboxChannel channel) {
        ObjectNode json = Json.object()
                .put("id", channel.id())
                .put("type", 0)
                .put("guild_id", World.GUILD)
                .put("name", channel.name())
                .put("position", 0)
                .put("topic", (String) null)
                .put("nsfw", false)
                .put("rate_limit_per_user", 0)
                .put("parent_id", (String) null)
                .put("last_message_id", (String) null)
                .put("flags", 0);
        ArrayNode overwrites = json.putArray("permission_overwrites");
        long denied = world.denied(channel.id());
        if (denied != 0) {
            overwrites.add(Json.object()
                    .put("id", World.BOT)
                    .put("type", 1)
                    .put("allow", "0")
                    .put("deny", Long.toString(denied)));
        }
        return json;
    }

    static ObjectNode guild(World world) {
        ObjectNode guild = Json.object()
                .put("id", World.GUILD)
                .put("name", World.GUILD_NAME)
                .put("icon", (String) null)
                .put("owner_id", world.users().getFirst().id())
                .put("preferred_locale", "en-US")
                .put("afk_timeout", 300)
                .put("verification_level", 0)
                .put("default_message_notifications", 1)
                .put("explicit_content_filter", 0)
                .put("mfa_level", 0)
                .put("nsfw_level", 0)
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("premium_progress_bar_enabled", false)
                .put("system_channel_flags", 0)
                .put("max_members", 500_000)
                .put("member_count", world.users().size())
                .put("large", false)
                .put("unavailable", false)
                .put("joined_at", JOINED);
        emptyLists(guild);
        ArrayNode roles = guild.putArray("roles");
        roles.add(role(World.GUILD, "@everyone", 0, Permissions.EVERYONE));
        roles.add(role(World.ADMIN_ROLE, "admin", 1, Permissions.EVERYONE | Permissions.ADMINISTRATION));
        ArrayNode channels = guild.putArray("channels");
        world.channels().forEach(channel -> channels.add(channel(world, channel)));
        ArrayNode members = guild.putArray("members");
        world.users().forEach(user -> members.add(member(user)));
        return guild;
    }

    private static void emptyLists(ObjectNode guild) {
        for (String list : new String[] {
            "emojis",
            "stickers",
            "features",
            "threads",
            "presences",
            "voice_states",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds"
        }) {
            guild.putArray(list);
        }
    }

    private static ObjectNode role(String id, String name, int position, long permissions) {
        ObjectNode role = Json.object()
                .put("id", id)
                .put("name", name)
                .put("color", 0)
                .put("hoist", false)
                .put("icon", (String) null)
                .put("unicode_emoji", (String) null)
                .put("position", position)
                .put("permissions", Long.toString(permissions))
                .put("managed", false)
                .put("mentionable", false)
                .put("flags", 0);
        role.set(
                "colors",
                Json.object()
                        .put("primary_color", 0)
                        .put("secondary_color", (Integer) null)
                        .put("tertiary_color", (Integer) null));
        return role;
    }

    /** The frame around every interaction: who, where, with which rights. */
    static ObjectNode interaction(World world, SandboxUser user, SandboxChannel channel) {
        ObjectNode json = Json.object()
                .put("application_id", World.APPLICATION)
                .put("version", 1)
                .put("locale", "en-US")
                .put("channel_id", channel.id())
                .put("attachment_size_limit", 10_485_760);
        json.putArray("entitlements");
        json.put("app_permissions", Long.toString(world.permissions(world.bot(), channel.id())));
        return world.recipient(channel.id()) == null
                ? inGuild(json, world, user, channel)
                : inConversation(json, world, user, channel);
    }

    private static ObjectNode inConversation(ObjectNode json, World world, SandboxUser user, SandboxChannel channel) {
        json.put("context", 1);
        json.set("channel", channel(world, channel));
        json.set("user", user(user));
        json.set("authorizing_integration_owners", Json.object().put("0", "0"));
        return json;
    }

    private static ObjectNode inGuild(ObjectNode json, World world, SandboxUser user, SandboxChannel channel) {
        String permissions = Long.toString(world.permissions(user, channel.id()));
        json.put("context", 0).put("guild_id", World.GUILD).put("guild_locale", "en-US");
        json.set("channel", channel(world, channel).put("permissions", permissions));
        ObjectNode guild = Json.object().put("id", World.GUILD).put("locale", "en-US");
        guild.putArray("features");
        json.set("guild", guild);
        json.set("member", member(user).put("permissions", permissions));
        json.set("authorizing_integration_owners", Json.object().put("0", World.GUILD));
        return json;
    }
}
