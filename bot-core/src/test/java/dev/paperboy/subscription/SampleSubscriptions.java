package dev.paperboy.subscription;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Schedules for tests. */
public final class SampleSubscriptions {

    public static final ChannelRef GENERAL = new ChannelRef(Platform.DISCORD, "900", "1");
    public static final ChannelRef PAPERS = new ChannelRef(Platform.SLACK, "T1", "C1");
    public static final UserRef ADA = new UserRef(Platform.DISCORD, "", "42");

    private SampleSubscriptions() {}

    /** Every day at nine in UTC, three papers, everything, says so on a quiet day. */
    public static Subscription daily(ChannelRef channel) {
        return at(channel, "09:00", "UTC", Weekdays.DAILY);
    }

    public static Subscription at(ChannelRef channel, String time, String zone, Set<DayOfWeek> days) {
        return new Subscription(
                Subscription.idOf(channel),
                channel,
                new Timetable(LocalTime.parse(time), ZoneId.of(zone), days),
                3,
                Topic.EVERYTHING,
                Manners.USUAL,
                ADA,
                true,
                Optional.empty(),
                Optional.empty());
    }
}
