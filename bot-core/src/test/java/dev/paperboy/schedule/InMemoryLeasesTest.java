package dev.paperboy.schedule;

class InMemoryLeasesTest implements LeasesContract {

    @Override
    public Leases leases(SettableTime clock) {
        return new InMemoryLeases(clock);
    }
}
