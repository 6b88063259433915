package dev.paperboy.person;

class InMemoryAccountsTest implements AccountsContract {

    private final Accounts accounts = new InMemoryAccounts();

    @Override
    public Accounts accounts() {
        return accounts;
    }
}
