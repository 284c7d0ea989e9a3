package org.coreograph.gallery;

import org.coreograph.model.Durations;
import org.coreograph.model.Named;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.SharedLong;
import org.coreograph.program.WaitGroup;

/** Two accounts, between which one task moves money to and another one fro, while an auditor adds both up. */
final class Accounts {
    private static final long OPENING = 100;
    private static final long MOVED = 10;
    private static final long COUNTING_NANOS = 20 * Durations.MILLI;

    /** What keeps others away from a transfer that is half done. */
    enum Locking implements Named {
        NONE("none", "None"),
        /** Each account locks itself. */
        SEPARATE("separate", "Separate"),
        /** A transfer locks the account it takes from, then the other. */
        NESTED("nested", "Nested"),
        /** A transfer locks account a, then b. */
        ORDERED("ordered", "Ordered"),
        /** One task owns both, and gets the transfers over a channel. */
        OWNER("owner", "Owner");

        private final String id;
        private final String title;

        Locking(String id, String title) {
            this.id = id;
            this.title = title;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return title;
        }
    }

    private final Machine machine;
    private final Locking locking;
    private final Account a;
    private final Account b;
    private final WaitGroup customers;
    private final Channel<Runnable> requests;
    private long seenByAuditor;

    private Accounts(Machine machine, Locking locking) {
        this.machine = machine;
        this.locking = locking;
        a = new Account(machine, "a", locking == Locking.SEPARATE);
        b = new Account(machine, "b", locking == Locking.SEPARATE);
        customers = machine.waitGroup();
        requests = machine.channel("requests", 0);
    }

    /** Starts the tasks. */
    static void open(Machine machine, Locking locking) {
        Accounts bank = new Accounts(machine, locking);
        bank.customers.add(3);
        bank.customer("a to b", bank.a, bank.b, () -> bank.move(bank.a, bank.b));
        bank.customer("b to a", bank.b, bank.a, () -> bank.move(bank.b, bank.a));
        bank.customer("auditor", bank.a, bank.b, bank::audit);
        if (locking == Locking.OWNER) {
            machine.start("owner", () -> bank.requests.forEach(Runnable::run));
        }
        machine.start("bank", bank::close);
    }

    /** Starts a task that needs two accounts to stay as they are while it works. */
    private void customer(String name, Account first, Account second, Runnable work) {
        Runnable counted = () -> {
            work.run();
            customers.done();
        };
        machine.start(name, () -> {
            switch (locking) {
                case NONE, SEPARATE -> counted.run();
                case NESTED -> withBoth(first, second, counted);
                case ORDERED -> withBoth(a, b, counted);
                case OWNER -> requests.send(counted);
            }
        });
    }

    private void withBoth(Account first, Account second, Runnable work) {
        first.mutex.lock();
        machine.compute(COUNTING_NANOS);
        second.mutex.lock();
        work.run();
        second.mutex.unlock();
        first.mutex.unlock();
    }

    private void move(Account from, Account to) {
        from.add(-MOVED);
        machine.compute(COUNTING_NANOS);
        to.add(MOVED);
    }

    private void audit() {
        machine.compute(COUNTING_NANOS / 4);
        seenByAuditor = a.balance() + b.balance();
        machine.emit("the auditor saw " + seenByAuditor);
    }

    private void close() {
        customers.await();
        requests.close();
        machine.result("seenByAuditor", seenByAuditor);
        machine.result("total", a.balance() + b.balance());
    }

    /** An account. Where it locks itself nobody ever sees it half changed, and that is all it can promise. */
    private static final class Account {
        private final Mutex mutex;
        private final SharedLong balance;
        private final boolean locksItself;

        Account(Machine machine, String name, boolean locksItself) {
            mutex = machine.mutex("account " + name);
            balance = machine.shared("balance " + name, OPENING);
            this.locksItself = locksItself;
        }

        void add(long amount) {
            lockIf(locksItself);
            balance.write(balance.read() + amount);
            unlockIf(locksItself);
        }

        long balance() {
            lockIf(locksItself);
            long now = balance.read();
            unlockIf(locksItself);
            return now;
        }

        private void lockIf(boolean wanted) {
            if (wanted) {
                mutex.lock();
            }
        }

        private void unlockIf(boolean wanted) {
            if (wanted) {
                mutex.unlock();
            }
        }
    }
}
