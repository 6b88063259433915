package dev.paperboy.chat;

class InMemoryRequestKeysTest implements RequestKeysContract {

    @Override
    public RequestKeys requestKeys() {
        return new InMemoryRequestKeys();
    }
}
