package io.xuemeng.core.requirement;

/** Where a validator puts what it finds. Unless it says so, an implementation is for one thread. */
@FunctionalInterface
public interface FindingSink {

    /** Takes a finding. */
    void report(Finding finding);
}
