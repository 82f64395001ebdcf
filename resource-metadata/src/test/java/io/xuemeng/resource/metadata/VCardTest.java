package io.xuemeng.resource.metadata;

import static io.xuemeng.resource.metadata.VCard.Problem.BARE_LINE_FEEDS;
import static io.xuemeng.resource.metadata.VCard.Problem.ESCAPED_LINE_ENDS;
import static io.xuemeng.resource.metadata.VCard.Problem.INDENTED;
import static io.xuemeng.resource.metadata.VCard.Problem.LOST_LINE_ENDS;
import static io.xuemeng.resource.metadata.VCard.Problem.MALFORMED_LINE;
import static io.xuemeng.resource.metadata.VCard.Problem.MORE_AFTER_END;
import static io.xuemeng.resource.metadata.VCard.Problem.NOT_A_VCARD;
import static io.xuemeng.resource.metadata.VCard.Problem.NO_END;
import static io.xuemeng.resource.metadata.VCard.Problem.NO_FORMATTED_NAME;
import static io.xuemeng.resource.metadata.VCard.Problem.NO_NAME;
import static io.xuemeng.resource.metadata.VCard.Problem.NO_VERSION;
import static io.xuemeng.resource.metadata.VCard.Problem.OTHER_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VCardTest {

    @Test
    void readsWhoItIs() {
        VCard.Reading reading = VCard.read(String.join(
                "\r\n",
                "BEGIN:VCARD",
                "VERSION:3.0",
                "FN:王小明",
                "N:王;小明;;;",
                "ORG:示例教育;教研部",
                "item1.EMAIL;TYPE=\"a:b\":x@example.cn",
                "END:VCARD"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.card())
                .isEqualTo(new VCard("3.0", "王小明", List.of("王", "小明", "", "", ""), List.of("示例教育", "教研部")));
    }

    @Test
    void unfoldsContinuedLinesAndUnescapesValues() {
        VCard.Reading reading =
                VCard.read("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\\, B\\nC\\\\ D\r\n E\r\n\tF\r\nEND:VCARD\r\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.card().formattedName()).isEqualTo("A, B\nC\\ DEF");
    }

    @Test
    void readsWhatItWrites() {
        VCard.Reading reading = VCard.read(VCard.ofOrganization("甲;乙, \\丙\n丁"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.card().formattedName()).isEqualTo("甲;乙, \\丙\n丁");
        assertThat(reading.card().organization()).containsExactly("甲;乙, \\丙\n丁");
    }

    @Test
    void readsOneWithBareLineFeedsAndSaysSo() {
        VCard.Reading reading = VCard.read("BEGIN:VCARD\nVERSION:3.0\nFN:X\nN:X;;;;\nEND:VCARD");
        assertThat(reading.problems()).containsExactly(BARE_LINE_FEEDS);
        assertThat(reading.card().formattedName()).isEqualTo("X");
    }

    @Test
    void readsOneWhoseLineEndsAreTheTwoCharactersBackslashAndN() {
        VCard.Reading reading = VCard.read("BEGIN:VCARD\\nVERSION:3.0\\nFN:X\\nN:X;;;;\\nEND:VCARD\\n");
        assertThat(reading.problems()).containsExactly(ESCAPED_LINE_ENDS);
        assertThat(reading.card().formattedName()).isEqualTo("X");
    }

    @Test
    void readsOneThatLostItsLineEnds() {
        VCard.Reading reading = VCard.read(
                "BEGIN:VCARD VERSION:3.0 FN:Ana Pérez N:Pérez;Ana;;; EMAIL;TYPE=INTERNET: ORG: Agrega END:VCARD");
        assertThat(reading.problems()).containsExactly(LOST_LINE_ENDS);
        assertThat(reading.card())
                .isEqualTo(new VCard("3.0", "Ana Pérez", List.of("Pérez", "Ana", "", "", ""), List.of("Agrega")));
    }

    @Test
    void readsOneThatWasIndentedWithTheXmlAroundIt() {
        VCard.Reading reading = VCard.read("\n  BEGIN:VCARD\n  VERSION:3.0\n  FN:X\n  N:X;;;;\n  END:VCARD\n");
        assertThat(reading.problems()).containsExactly(BARE_LINE_FEEDS, INDENTED);
        assertThat(reading.card().formattedName()).isEqualTo("X");
    }

    @Test
    void reportsABareNameAsNoVCard() {
        assertThat(VCard.read("王小明").problems()).containsExactly(NOT_A_VCARD);
        assertThat(VCard.read("").problems()).containsExactly(NOT_A_VCARD);
    }

    @Test
    void reportsWhatIsMissing() {
        assertThat(VCard.read("BEGIN:VCARD\r\nORG:X\r\n").problems())
                .containsExactly(NO_VERSION, NO_FORMATTED_NAME, NO_END);
        assertThat(VCard.read("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:X\r\nEND:VCARD").problems())
                .containsExactly(NO_NAME);
        assertThat(VCard.read("BEGIN:VCARD\r\nVERSION:4.0\r\nFN: \r\nEND:VCARD").problems())
                .containsExactly(NO_FORMATTED_NAME);
    }

    @Test
    void reportsOtherVersionsLinesThatAreNoPropertiesAndWhatFollows() {
        assertThat(VCard.read("BEGIN:VCARD\r\nVERSION:2.1\r\nFN:X\r\nEND:VCARD").problems())
                .containsExactly(OTHER_VERSION);
        assertThat(VCard.read("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:X\r\nnothing\r\n:x\r\nEND:VCARD\r\nBEGIN:VCARD")
                        .problems())
                .containsExactly(MALFORMED_LINE, MORE_AFTER_END);
    }

    @Property(tries = 300)
    void neverThrowsWhateverTheTextIs(@ForAll String text) {
        assertThat(VCard.read(text).problems()).isNotNull();
        assertThat(VCard.read("BEGIN:VCARD" + text).problems()).doesNotContain(NOT_A_VCARD);
    }

    @Test
    void doesNotShowThePersonInItsText() {
        assertThat(VCard.read("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:王小明\r\nEND:VCARD")
                        .toString())
                .doesNotContain("王小明");
    }
}
