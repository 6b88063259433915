package dev.paperboy.subscription;

class InMemorySubscriptionsTest implements SubscriptionsContract {

    @Override
    public Subscriptions subscriptions() {
        return new InMemorySubscriptions();
    }
}
