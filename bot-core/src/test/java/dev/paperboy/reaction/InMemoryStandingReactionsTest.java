package dev.paperboy.reaction;

class InMemoryStandingReactionsTest implements StandingReactionsContract {
    @Override
    public StandingReactions standingReactions() {
        return new InMemoryStandingReactions();
    }
}
