package dev.paperboy.community;

class InMemorySubmissionsTest implements SubmissionsContract {

    private final Submissions submissions = new InMemorySubmissions();

    @Override
    public Submissions submissions() {
        return submissions;
    }
}
