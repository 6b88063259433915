package dev.paperboy.library;

class InMemoryReadingListsTest implements ReadingListsContract {

    @Override
    public ReadingLists readingLists() {
        return new InMemoryReadingLists();
    }
}
