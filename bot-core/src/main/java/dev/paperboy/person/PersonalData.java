package dev.paperboy.person;

import dev.paperboy.chat.UserRef;
import java.util.List;

/** Whatever is kept about people, in one place of the program; told and wiped on request. */
public interface PersonalData {

    /** All that is kept about an account, kind by kind; kinds of which there is nothing are left out. */
    List<Holding> of(UserRef account);

    /**
     * Wipes all that is kept about the accounts of a person, for good, all or nothing; doing it again does no harm. What
     * a channel shares with others stays, without the person.
     */
    void forget(List<UserRef> accounts);
}
