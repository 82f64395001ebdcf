package io.xuemeng.conformance.report;

import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The form that continuous integration reads: a suite for each role, a case for each requirement. What cannot be told is an
 * error, what is inapplicable is skipped, and a failure that was expected is still a failure.
 */
final class JunitXml {

    private final XMLStreamWriter xml;
    private final Locale locale;

    private JunitXml(XMLStreamWriter xml, Locale locale) {
        this.xml = xml;
        this.locale = locale;
    }

    static String of(RunResult result, Locale locale) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitXml(xml, locale).write(result);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a report could not be written", e);
        }
        return out.toString();
    }

    private void write(RunResult result) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", result.platform());
        xml.writeAttribute("time", seconds(result.millis()));
        for (RoleResult role : result.roles()) {
            suite(role, result);
        }
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void suite(RoleResult role, RunResult result) throws XMLStreamException {
        line();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", role.role());
        xml.writeAttribute("tests", String.valueOf(role.requirements().size()));
        xml.writeAttribute("failures", String.valueOf(role.count(Verdict.FAILED)));
        xml.writeAttribute("errors", String.valueOf(role.count(Verdict.CANNOT_TELL)));
        xml.writeAttribute("skipped", String.valueOf(role.count(Verdict.INAPPLICABLE)));
        xml.writeAttribute("timestamp", result.started());
        xml.writeAttribute(
                "time",
                seconds(role.requirements().stream().mapToLong(JunitXml::millis).sum()));
        for (RequirementResult requirement : role.requirements()) {
            requirement(role, requirement);
        }
        line();
        xml.writeEndElement();
    }

    private static long millis(RequirementResult requirement) {
        return requirement.tests().stream().mapToLong(TestResult::millis).sum();
    }

    private void requirement(RoleResult role, RequirementResult requirement) throws XMLStreamException {
        line();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", role.role());
        xml.writeAttribute("name", requirement.id());
        xml.writeAttribute("time", seconds(millis(requirement)));
        switch (requirement.verdict()) {
            case FAILED -> outcome("failure", requirement);
            case CANNOT_TELL -> outcome("error", requirement);
            case INAPPLICABLE -> {
                xml.writeEmptyElement("skipped");
                xml.writeAttribute("message", clean(reason(requirement)));
            }
            case WARNED -> {
                xml.writeStartElement("system-out");
                xml.writeCharacters(clean(details(requirement)));
                xml.writeEndElement();
            }
            case PASSED -> {}
        }
        xml.writeEndElement();
    }

    private void outcome(String element, RequirementResult requirement) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("type", requirement.verdict().label());
        xml.writeAttribute(
                "message",
                clean(requirement.text().in(locale) + " (" + Requirement.source(requirement.source(), locale) + ")"));
        xml.writeCharacters(clean(details(requirement)));
        xml.writeEndElement();
    }

    private String reason(RequirementResult requirement) {
        return requirement.tests().stream()
                .map(TestResult::reason)
                .filter(java.util.Objects::nonNull)
                .map(reason -> reason.in(locale))
                .findFirst()
                .orElse("");
    }

    private String details(RequirementResult requirement) {
        StringBuilder out = new StringBuilder(requirement.id())
                .append(' ')
                .append(requirement.level())
                .append(" (")
                .append(Requirement.source(requirement.source(), locale))
                .append(")\n");
        for (TestResult test : requirement.tests()) {
            Bilingual reason = test.reason();
            if (reason != null) {
                out.append(reason.in(locale)).append('\n');
            }
            for (Exchange exchange : test.exchanges()) {
                line(out, "report.sent", exchange.sent());
                line(out, "report.expected", exchange.expected());
                line(out, "report.received", exchange.received());
                if (exchange.replay() != null) {
                    line(out, "report.replay", Bilingual.same(exchange.replay()));
                }
            }
        }
        return out.toString();
    }

    private void line(StringBuilder out, String label, Bilingual text) {
        out.append(Texts.of(locale, label)).append(": ").append(text.in(locale)).append('\n');
    }

    /** Without characters that XML 1.0 cannot hold. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
