package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.sample.Sample;
import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.conformance.sample.TokenSample;
import io.xuemeng.conformance.sample.TokenSamples;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: one requirement, with its clause, what it asks, its samples, and how each role is tested with which cases. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = KitVersion.class)
final class ExplainCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Parameters(paramLabel = "ID", descriptionKey = "id")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Override
    public void run() {
        Locale locale = language.locale();
        PrintWriter out = spec.commandLine().getOut();
        Requirement requirement = RoleKits.requirements().get(id);
        if (requirement == null) {
            throw SettingsException.of("cli.unknownId", id);
        }
        out.println(id + "  " + requirement.level() + "  " + requirement.source(locale));
        for (TextPart part : TextPart.values()) {
            out.println(Texts.of(requirement, part, locale));
        }
        for (Sample sample : Samples.all().of(id)) {
            out.println(Texts.of(locale, sample.isGood() ? "cli.goodSample" : "cli.badSample", sample));
        }
        for (TokenSample sample : TokenSamples.all().of(id)) {
            out.println(Texts.of(locale, sample.good() ? "cli.goodToken" : "cli.badToken", sample, sample.level()));
        }
        for (RoleKit<?> kit : RoleKits.all()) {
            kit.audit().find(id).ifPresent(entry -> print(out, kit, entry, locale));
        }
    }

    private static void print(PrintWriter out, RoleKit<?> kit, AuditEntry entry, Locale locale) {
        out.println();
        out.println(kit.role().id());
        if (!entry.isTestable()) {
            out.println("  " + Texts.of(locale, "cli.untested", entry.why()));
            return;
        }
        for (String test : entry.tests()) {
            out.println("  " + Texts.of(locale, "cli.test", test));
        }
        for (String feature : entry.features()) {
            Bilingual meaning = kit.features().getOrDefault(feature, Bilingual.same(""));
            out.println("  " + Texts.of(locale, "cli.feature", feature, meaning));
        }
        for (Bilingual line : kit.explain(entry.id())) {
            out.println("  " + line.in(locale));
        }
    }
}
