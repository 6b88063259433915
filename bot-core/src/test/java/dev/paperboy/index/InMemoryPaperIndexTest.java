package dev.paperboy.index;

class InMemoryPaperIndexTest implements PaperIndexContract {

    @Override
    public PaperIndex index() {
        return new InMemoryPaperIndex();
    }
}
