package io.xuemeng.examples.platform.account;

import io.xuemeng.examples.platform.web.NetworkAddress;
import io.xuemeng.identity.session.LoginThrottle;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Whether somebody is who they say, by a password. Whether an account exists shows neither in the answer nor in its time; whoever guesses
 * has to wait longer and longer, by account and, less strictly, because a school has one address, by network address; and no more
 * passwords are hashed at once than the memory is meant for. Thread-safe.
 */
public final class PasswordCheck {

    /** What comes of an attempt. */
    public enum Outcome {
        /** The password is right. */
        RIGHT,
        /** Account or password is wrong. */
        WRONG,
        /** It was not looked at: there were too many attempts. */
        WAIT,
        /** It was not looked at: too many are looked at just now. */
        BUSY
    }

    /** Of 16 MiB each. */
    private static final int AT_ONCE = 8;

    private final Accounts accounts;
    private final LoginThrottle byAccount;
    private final LoginThrottle byAddress;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Checks passwords of these accounts. */
    public PasswordCheck(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        SecureRandom random = new SecureRandom();
        this.byAccount = LoginThrottle.of(5, Duration.ofSeconds(1), Duration.ofMinutes(15), clock, random);
        this.byAddress = LoginThrottle.of(100, Duration.ofSeconds(1), Duration.ofMinutes(15), clock, random);
    }

    /**
     * Makes an attempt.
     *
     * @param address where it comes from
     */
    public Outcome attempt(String name, String password, String address) {
        String network = NetworkAddress.countedBy(address);
        if (!byAccount.waitFor(name).isZero() || !byAddress.waitFor(network).isZero()) {
            return Outcome.WAIT;
        }
        if (!places.tryAcquire()) {
            return Outcome.BUSY;
        }
        try {
            if (matches(name, password)) {
                byAccount.succeeded(name);
                return Outcome.RIGHT;
            }
        } finally {
            places.release();
        }
        byAccount.failed(name);
        byAddress.failed(network);
        return Outcome.WRONG;
    }

    private boolean matches(String name, String password) {
        Optional<Account> account = accounts.find(name);
        if (account.isEmpty()) {
            Passwords.matchNobody(password);
            return false;
        }
        return Passwords.matches(password, account.get().passwordHash());
    }

    /** The account of a name that was checked. */
    public Optional<Account> account(String name) {
        return accounts.find(name);
    }
}
