package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.UserRef;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Watch;

/**
 * A channel that editions are for, by its schedule or by its watches.
 *
 * @param id the {@link Edition#subscription} of its editions
 * @param channel where they go
 * @param madeBy who asked for them, and hears of it if the channel refuses
 */
record Recipient(String id, ChannelRef channel, UserRef madeBy) {

    static Recipient of(Subscription schedule) {
        return new Recipient(schedule.id(), schedule.channel(), schedule.madeBy());
    }

    /** A channel's watches, which are told of together. */
    static Recipient ofWatches(ChannelRef channel, UserRef madeBy) {
        return new Recipient(Watch.subscriptionOf(channel), channel, madeBy);
    }
}
