package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.certificate.IssuerSignatures.Outcome;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
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

    private final IssuerSignatures signatures;
    private List<X509Certificate> longest = List.of();
    private int pathsLeft = Effort.PATHS;
    private int candidatesLeft = Effort.CANDIDATES;
    private boolean cutShort;
    private boolean wrongSignature;
    private @Nullable X509Certificate unusedIssuer;

    PathFinder(List<X509Certificate> pool, TrustAnchors anchors, IssuerSignatures signatures) {
        this.anchors = new LinkedHashSet<>(anchors.certificates());
        this.candidates = new LinkedHashSet<>(anchors.certificates());
        this.candidates.addAll(pool);
        this.signatures = signatures;
    }

    /**
     * Finds paths from a certificate to an anchor, both included, one after the other.
     *
     * @param judge is given each as it is found, and says whether another is wanted
     * @return false when it said no
     */
    boolean find(X509Certificate certificate, Predicate<List<X509Certificate>> judge) {
        List<X509Certificate> path = new ArrayList<>();
        path.add(certificate);
        longest = List.of(certificate);
        return anchors.contains(certificate) ? judge.test(longest) : follow(path, judge);
    }

    /** As far as a path could be followed when no anchor is reached. */
    List<X509Certificate> longest() {
        return longest;
    }

    /** Whether there may be paths, or more of them, that were not looked for because of a limit. */
    boolean isCutShort() {
        return cutShort;
    }

    /** Whether a certificate stood where the issuer is looked for, with its name and key identifier, and had not signed. */
    boolean metWrongSignature() {
        return wrongSignature;
    }

    /** A certificate that stood there and whose key is not used; null when there was none. */
    @Nullable
    X509Certificate unusedIssuer() {
        return unusedIssuer;
    }

    /** Goes on from a path's end; false when nothing more is wanted. */
    private boolean follow(List<X509Certificate> path, Predicate<List<X509Certificate>> judge) {
        X509Certificate last = path.get(path.size() - 1);
        if (path.size() > longest.size()) {
            longest = List.copyOf(path);
        }
        IssuerIdentity issuer = IssuerIdentity.ofIssuerOf(last);
        for (X509Certificate candidate : candidates) {
            if (!issuer.isSubjectOf(candidate) || path.contains(candidate)) {
                continue;
            }
            if (path.size() == Effort.PATH_LENGTH || pathsLeft == 0 || candidatesLeft == 0) {
                cutShort = true;
                return true;
            }
            candidatesLeft--;
            Outcome outcome = signatures.check(last, candidate);
            if (outcome == Outcome.SIGNED) {
                if (!climb(path, candidate, judge)) {
                    return false;
                }
            } else if (outcome == Outcome.UNDECIDED) {
                cutShort = true;
            } else {
                notSigned(candidate);
            }
        }
        return true;
    }

    private boolean climb(List<X509Certificate> path, X509Certificate issuer, Predicate<List<X509Certificate>> judge) {
        path.add(issuer);
        boolean more;
        if (anchors.contains(issuer)) {
            pathsLeft--;
            more = judge.test(List.copyOf(path));
        } else {
            more = follow(path, judge);
        }
        path.remove(path.size() - 1);
        return more;
    }

    private void notSigned(X509Certificate candidate) {
        if (signatures.key(candidate).isUsed()) {
            wrongSignature = true;
        } else {
            unusedIssuer = candidate;
        }
    }
}
