package io.xuemeng.resource.signature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which role somebody signs a package: 签名者角色. The role is claimed within what is signed (ETSI EN 319 122-1, 5.2.6.1), and
 * believed only of signers whom {@link PackageTrust} trusts in that role.
 */
public enum SignerRole {
    /** Made the content: 作者. */
    AUTHOR("author", "作者"),
    /** Published the package: 出版者. */
    PUBLISHER("publisher", "出版者"),
    /** Reviewed it, as a province does: 审核者. */
    REVIEWER("reviewer", "审核者"),
    /** Passed it on for the whole system: 枢纽. */
    HUB("hub", "枢纽");

    private final String claim;
    private final String chinese;

    SignerRole(String claim, String chinese) {
        this.claim = claim;
        this.chinese = chinese;
    }

    /** How the role is written into a signature, such as {@code author}. */
    public String claim() {
        return claim;
    }

    /** Its name in the reader's language. */
    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : claim;
    }

    /** Whether it answers for the content: as author or as publisher. */
    public boolean isMaker() {
        return this == AUTHOR || this == PUBLISHER;
    }

    /** The role with a claim, in this spelling, or empty when it is none of these. */
    public static Optional<SignerRole> ofClaim(String claim) {
        for (SignerRole role : values()) {
            if (role.claim.equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** The one role that claims name, or null when they name none, several, or another. */
    static @Nullable SignerRole ofClaims(List<String> claims) {
        return claims.size() == 1 ? ofClaim(claims.get(0)).orElse(null) : null;
    }
}
