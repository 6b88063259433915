package dev.paperboy.library;

class InMemoryImpressionsTest implements ImpressionsContract {

    private final InMemoryImpressions impressions = new InMemoryImpressions();

    @Override
    public Impressions impressions() {
        return impressions;
    }
}
