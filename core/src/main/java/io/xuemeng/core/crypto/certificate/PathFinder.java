package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.certificate.IssuerSignatures.Outcome;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows issuers from a certificate up to trust anchors, by name, key identifiers and signature, as far as the {@link Effort} goes:
 * the certificates come from whoever made the signature.
 */
final class PathFinder {

    private final Set<X509Certificate> anchors;
    /** All that may be issuers, the anchors first. */
    private final Set<X509Certificate> candidates;
    /** Those of them that are valid at the time for which is judged; an anchor's own period is not asked. */
    private final Set<X509Certificate> current;

    private final IssuerSignatures signatures;
    private final Set<List<X509Certificate>> judged = new HashSet<>();
    private List<X509Certificate> longest = List.of();
    // What stood at its end where the issuer is looked for.
    private boolean wrongSignature;
    private boolean itself;
    private @Nullable X509Certificate unusedIssuer;
    private int candidatesLeft = Effort.CANDIDATES;
    private boolean cutShort;

    PathFinder(List<X509Certificate> pool, TrustAnchors anchors, Instant time, IssuerSignatures signatures) {
        this.anchors = new LinkedHashSet<>(anchors.certificates());
        this.candidates = new LinkedHashSet<>(anchors.certificates());
        this.candidates.addAll(pool);
        this.current = new LinkedHashSet<>(candidates);
        this.current.removeIf(each -> !this.anchors.contains(each) && !isValid(each, time));
        this.signatures = signatures;
    }

    private static boolean isValid(X509Certificate certificate, Instant time) {
        try {
            return !certificate.getNotBefore().toInstant().isAfter(time)
                    && !certificate.getNotAfter().toInstant().isBefore(time);
        } catch (IllegalStateException e) {
            // Bouncy Castle's answer for a date that is none.
            return false;
        }
    }

    /**
     * Finds paths from a certificate to an anchor, both included, one after the other; first those over authorities that are valid
     * at the time, so that any number of old ones beside does not keep them from being found.
     *
     * @param judge is given each as it is found, and says whether another is wanted
     * @return false when it said no
     */
    boolean find(X509Certificate certificate, Predicate<List<X509Certificate>> judge) {
        List<X509Certificate> path = new ArrayList<>();
        path.add(certificate);
        longest = List.of(certificate);
        if (anchors.contains(certificate)) {
            return judge.test(longest);
        }
        return follow(path, current, judge) && (current.size() == candidates.size() || follow(path, candidates, judge));
    }

    /** As far as a path could be followed when no anchor is reached. */
    List<X509Certificate> longest() {
        return longest;
    }

    /** Whether there may be paths, or more of them, that were not looked for because of a limit. */
    boolean isCutShort() {
        return cutShort;
    }

    /**
     * Whether a certificate stood where the last one's issuer is looked for, with its name and key identifier, and had not signed.
     */
    boolean metWrongSignature() {
        return wrongSignature && !itself;
    }

    /** A certificate that stood there alone and whose key is not used; null when there was none. */
    @Nullable
    X509Certificate unusedIssuer() {
        return wrongSignature || itself ? null : unusedIssuer;
    }

    /** Goes on from a path's end; false when nothing more is wanted. */
    private boolean follow(
            List<X509Certificate> path, Set<X509Certificate> issuers, Predicate<List<X509Certificate>> judge) {
        X509Certificate last = path.get(path.size() - 1);
        if (path.size() > longest.size()) {
            longest = List.copyOf(path);
            wrongSignature = false;
            itself = false;
            unusedIssuer = null;
        }
        IssuerIdentity issuer = IssuerIdentity.ofIssuerOf(last);
        for (X509Certificate candidate : issuers) {
            if (!issuer.isSubjectOf(candidate)) {
                continue;
            }
            if (path.contains(candidate)) {
                // A root that is not trusted, say.
                itself |= path.equals(longest);
                continue;
            }
            if (path.size() == Effort.PATH_LENGTH
                    || candidatesLeft == 0
                    || (cutShort && judged.size() == Effort.PATHS)) {
                cutShort = true;
                return true;
            }
            candidatesLeft--;
            Outcome outcome = signatures.check(last, candidate);
            if (outcome == Outcome.SIGNED) {
                if (!climb(path, candidate, issuers, judge)) {
                    return false;
                }
            } else if (outcome == Outcome.UNDECIDED) {
                cutShort = true;
            } else if (path.equals(longest)) {
                notSigned(candidate);
            }
        }
        return true;
    }

    private boolean climb(
            List<X509Certificate> path,
            X509Certificate issuer,
            Set<X509Certificate> issuers,
            Predicate<List<X509Certificate>> judge) {
        path.add(issuer);
        boolean more = true;
        if (!anchors.contains(issuer)) {
            more = follow(path, issuers, judge);
        } else if (!judged.contains(path)) {
            more = judge(List.copyOf(path), judge);
        }
        path.remove(path.size() - 1);
        return more;
    }

    private boolean judge(List<X509Certificate> path, Predicate<List<X509Certificate>> judge) {
        if (judged.size() == Effort.PATHS) {
            cutShort = true;
            return true;
        }
        judged.add(path);
        return judge.test(path);
    }

    private void notSigned(X509Certificate candidate) {
        if (signatures.key(candidate).isUsed()) {
            wrongSignature = true;
        } else {
            unusedIssuer = candidate;
        }
    }
}
