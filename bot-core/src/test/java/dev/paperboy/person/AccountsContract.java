package dev.paperboy.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.person.Accounts.Offer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} keeps. */
public interface AccountsContract {

    UserRef SLACK = new UserRef(Platform.SLACK, "T1", "42");
    UserRef DISCORD = new UserRef(Platform.DISCORD, "", "42");
    UserRef ELSEWHERE = new UserRef(Platform.SLACK, "T2", "42");
    Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** The same throughout a test, and empty before it. */
    Accounts accounts();

    default boolean link(UserRef one, UserRef other, Instant now) {
        accounts().offer(codeOf(one), new Offer(one, "Ada"), now);
        return accounts().link(codeOf(one), other, now);
    }

    private static String codeOf(UserRef account) {
        return account.platform() + account.space() + account.id();
    }

    @Test
    default void anAccountStandsAloneAtFirst() {
        assertThat(accounts().of(SLACK)).containsExactly(SLACK);
        assertThat(accounts().unlink(SLACK)).isFalse();
    }

    @Test
    default void aCodeTellsWhoMadeItForTenMinutes() {
        accounts().offer("K7QM3XPD", new Offer(SLACK, "Ada “<!channel>”"), NOON);

        assertThat(accounts().find("K7QM3XPD", NOON.plusSeconds(599))).contains(new Offer(SLACK, "Ada “<!channel>”"));
        assertThat(accounts().find("K7QM3XPD", NOON.plusSeconds(600))).isEmpty();
        assertThat(accounts().find("K7QM3XPE", NOON)).isEmpty();
        assertThat(accounts().link("K7QM3XPD", DISCORD, NOON.plusSeconds(600))).isFalse();
        assertThat(accounts().of(DISCORD)).containsExactly(DISCORD);
    }

    @Test
    default void aNewCodeTakesThePlaceOfTheOneBefore() {
        accounts().offer("AAAAAAAA", new Offer(SLACK, "Ada"), NOON);
        accounts().offer("BBBBBBBB", new Offer(SLACK, "Ada"), NOON.plusSeconds(1));

        assertThat(accounts().find("AAAAAAAA", NOON.plusSeconds(2))).isEmpty();
        assertThat(accounts().find("BBBBBBBB", NOON.plusSeconds(2))).isPresent();
    }

    @Test
    default void aCodeLinksOnce() {
        assertThat(link(SLACK, DISCORD, NOON)).isTrue();
        assertThat(accounts().link(codeOf(SLACK), ELSEWHERE, NOON)).isFalse();

        assertThat(accounts().of(SLACK)).containsExactlyInAnyOrder(SLACK, DISCORD);
        assertThat(accounts().of(DISCORD)).startsWith(DISCORD).containsExactlyInAnyOrder(SLACK, DISCORD);
        assertThat(accounts().of(ELSEWHERE)).containsExactly(ELSEWHERE);
    }

    @Test
    default void whoeverIsLinkedWithOneIsLinkedWithAll() {
        UserRef fourth = new UserRef(Platform.DISCORD, "", "43");
        link(SLACK, DISCORD, NOON);
        link(ELSEWHERE, fourth, NOON);

        link(fourth, SLACK, NOON);

        assertThat(accounts().of(DISCORD)).containsExactlyInAnyOrder(SLACK, DISCORD, ELSEWHERE, fourth);
    }

    @Test
    default void whoIsUnlinkedStandsAloneAndTheOthersStayTogether() {
        link(SLACK, DISCORD, NOON);
        link(SLACK, ELSEWHERE, NOON);

        assertThat(accounts().unlink(SLACK)).isTrue();

        assertThat(accounts().of(SLACK)).containsExactly(SLACK);
        assertThat(accounts().of(DISCORD)).containsExactlyInAnyOrder(DISCORD, ELSEWHERE);

        assertThat(accounts().unlink(ELSEWHERE)).isTrue();
        assertThat(accounts().of(DISCORD)).containsExactly(DISCORD);
        assertThat(accounts().unlink(DISCORD)).isFalse();
    }

    @Test
    default void aPersonHasSoManyAccountsAtMost() {
        for (int number = 1; number < Accounts.MOST_ACCOUNTS; number++) {
            assertThat(link(SLACK, new UserRef(Platform.SLACK, "T" + (number + 1), "42"), NOON))
                    .isTrue();
        }

        assertThat(link(SLACK, DISCORD, NOON)).isFalse();
        assertThat(link(DISCORD, SLACK, NOON)).isFalse();
        assertThat(accounts().of(DISCORD)).containsExactly(DISCORD);
    }

    @Test
    default void wrongCodesCountForTenMinutesAndForWhoGaveThem() {
        accounts().noteWrongCode(SLACK, NOON);
        accounts().noteWrongCode(SLACK, NOON.plusSeconds(300));

        assertThat(accounts().wrongCodes(SLACK, NOON.plusSeconds(300))).isEqualTo(2);
        assertThat(accounts().wrongCodes(SLACK, NOON.plusSeconds(600))).isEqualTo(1);
        assertThat(accounts().wrongCodes(DISCORD, NOON)).isZero();
    }
}
