package io.xuemeng.identity.token;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.claims.Claims;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the education claims. */
final class EducationReader {

    private EducationReader() {}

    static EducationClaims read(Claims claims) {
        List<EducationRole> roles = roles(claims);
        InstitutionId organization = organization(claims);
        AreaCode region = region(claims);
        EducationStage stage = stage(claims);
        Boolean minor = claims.flag("edu_minor");
        return roles.isEmpty() && organization == null && region == null && stage == null && minor == null
                ? EducationClaims.none()
                : new EducationClaims(roles, organization, region, stage, minor);
    }

    private static List<EducationRole> roles(Claims claims) {
        List<String> found = claims.textOrTexts("edu_role");
        if (found == null) {
            return List.of();
        }
        List<EducationRole> roles = new ArrayList<>(found.size());
        for (String text : found) {
            Optional<EducationRole> role = EducationRole.ofClaim(text);
            if (role.isPresent()) {
                roles.add(role.get());
            } else {
                claims.report(
                        Finding.of(TokenRequirement.ROLE)
                                .with("found", text)
                                .with(
                                        "expected",
                                        Arrays.stream(EducationRole.values())
                                                .map(EducationRole::claim)
                                                .toList()),
                        "edu_role");
            }
        }
        return roles;
    }

    private static @Nullable InstitutionId organization(Claims claims) {
        String found = claims.text("edu_org");
        if (found == null) {
            return null;
        }
        if (InstitutionId.isValid(found)) {
            return new InstitutionId(found);
        }
        claims.report(Finding.of(TokenRequirement.ORGANIZATION).with("found", found), "edu_org");
        return null;
    }

    private static @Nullable AreaCode region(Claims claims) {
        String found = claims.text("edu_region");
        if (found == null) {
            return null;
        }
        if (AreaCode.isValid(found)) {
            return new AreaCode(found);
        }
        claims.report(Finding.of(TokenRequirement.REGION).with("found", found), "edu_region");
        return null;
    }

    private static @Nullable EducationStage stage(Claims claims) {
        String found = claims.text("edu_stage");
        if (found == null) {
            return null;
        }
        Optional<EducationStage> stage = EducationStage.ofClaim(found);
        if (stage.isPresent()) {
            return stage.get();
        }
        claims.report(
                Finding.of(TokenRequirement.STAGE)
                        .with("found", found)
                        .with(
                                "expected",
                                Arrays.stream(EducationStage.values())
                                        .map(EducationStage::claim)
                                        .toList()),
                "edu_stage");
        return null;
    }
}
