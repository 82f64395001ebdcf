package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.packaging.PackageValidator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** This project's own validator, as a platform that is tested. */
public final class SdkValidation implements PackageValidation {

    private static final Audit AUDIT = new ValidatorKit().audit();

    private final Map<String, PackageValidator> validators = new ConcurrentHashMap<>();

    @Override
    public Judgement judge(ValidationRequest request) throws IOException {
        SignatureTrust trust = request.signatures();
        return trust == null
                ? judgement(report(request))
                : SdkVerification.of(request, trust).judgement();
    }

    Report report(ValidationRequest request) throws IOException {
        return validators
                .computeIfAbsent(
                        request.profile(), id -> PackageValidator.forProfile(ValidatorKit.profile(id + "-001")))
                .withLimits(limits(request.limits()))
                .validate(request.file());
    }

    static Judgement judgement(Report report) {
        return new Judgement(
                report.verdict() == Verdict.ACCEPTED,
                report.findings().stream().map(SdkValidation::reason).toList());
    }

    static Reason reason(Finding finding) {
        ReasonClass reason = AUDIT.find(finding.id())
                .map(AuditEntry::attributes)
                .map(attributes -> attributes.get("reason"))
                .flatMap(ReasonClass::find)
                .orElse(null);
        Reason.Weight weight = finding.severity().compareTo(Severity.ERROR) <= 0
                ? Reason.Weight.ERROR
                : finding.severity() == Severity.WARNING ? Reason.Weight.WARNING : Reason.Weight.INFO;
        return new Reason(reason, weight, finding.id(), null);
    }

    static Limits limits(Map<String, Long> asked) {
        Limits.Builder builder = Limits.defaults().toBuilder();
        asked.forEach((name, value) -> {
            Method setter = List.of(Limits.Builder.class.getMethods()).stream()
                    .filter(method -> method.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            try {
                setter.invoke(
                        builder,
                        setter.getParameterTypes()[0] == long.class ? (Object) value : (Object) Math.toIntExact(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        return builder.build();
    }
}
