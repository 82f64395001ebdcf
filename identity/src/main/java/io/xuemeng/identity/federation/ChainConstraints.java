package io.xuemeng.identity.federation;

import io.xuemeng.core.requirement.FindingCollector;
import java.util.List;

/** The constraints of every statement in a chain, each held against everybody below (OpenID Federation 1.0, 6.2). */
final class ChainConstraints {

    private ChainConstraints() {}

    static void check(List<EntityStatement> chain, FindingCollector findings) {
        for (int i = 1; i < chain.size(); i++) {
            TrustChainConstraints constraints = chain.get(i).constraints();
            if (constraints == null) {
                continue;
            }
            // Between the issuer of statement i and the entity of statement 0 stand the issuers of 1 to i - 1.
            int between = i - 1;
            if (constraints.maxPathLength() >= 0 && between > constraints.maxPathLength()) {
                findings.report(TrustChainVerifier.at(i, FederationRequirement.PATH_LENGTH)
                        .with("found", between)
                        .with("limit", constraints.maxPathLength())
                        .build());
            }
            for (int j = 0; j < i; j++) {
                String below = chain.get(j).issuer();
                if (!constraints.permitsName(below)) {
                    findings.report(TrustChainVerifier.at(i, FederationRequirement.NAMING)
                            .with("found", below)
                            .build());
                }
            }
        }
    }
}
