package io.xuemeng.identity;

import io.xuemeng.core.jose.JwsRequirement;
import io.xuemeng.core.jose.KeyRequirement;
import io.xuemeng.core.json.JsonRequirement;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.identity.claims.ClaimRequirement;
import io.xuemeng.identity.dpop.DpopRequirement;
import io.xuemeng.identity.federation.FederationRequirement;
import io.xuemeng.identity.federation.RegistrationRequirement;
import io.xuemeng.identity.keys.KeySourceRequirement;
import io.xuemeng.identity.lti.LaunchRequirement;
import io.xuemeng.identity.session.SessionRequirement;
import io.xuemeng.identity.token.TokenRequirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All requirements by which this library judges tokens, keys, sessions and federations. */
public final class IdentityCatalogue {

    private IdentityCatalogue() {}

    /** The requirements on tokens ({@code TOK-}, {@code JWS-}), keys ({@code KEY-}), federations ({@code FED-}) and JSON. */
    public static RequirementCatalogue standard() {
        return Standard.CATALOGUE;
    }

    /** Made when it is first asked for. */
    private static final class Standard {

        private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.of(all());

        private static List<Requirement> all() {
            List<Requirement> all = new ArrayList<>();
            Collections.addAll(all, ClaimRequirement.values());
            Collections.addAll(all, TokenRequirement.values());
            Collections.addAll(all, SessionRequirement.values());
            Collections.addAll(all, DpopRequirement.values());
            Collections.addAll(all, LaunchRequirement.values());
            Collections.addAll(all, KeySourceRequirement.values());
            Collections.addAll(all, FederationRequirement.values());
            Collections.addAll(all, RegistrationRequirement.values());
            Collections.addAll(all, JwsRequirement.values());
            Collections.addAll(all, KeyRequirement.values());
            Collections.addAll(all, JsonRequirement.values());
            return all;
        }
    }
}
