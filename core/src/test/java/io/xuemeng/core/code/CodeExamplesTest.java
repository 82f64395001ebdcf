package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those that the standards print as examples, or that public bodies publish about themselves. */
class CodeExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void acceptsTheIdentityNumbersThatTheStandardPrints(String text) {
        assertThat(CitizenId.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002x", // the check character is an upper-case X
                "110105194912310021", // wrong check digit
                "110105194902310024", // no 31 February
                "990105194912310021", // no province
                "11010519491231002", // one character short
                "１１010519491231002X", // full-width digits
                ""
            })
    void refusesWhatIsNoIdentityNumber(String text) {
        assertThat(CitizenId.isValid(text)).isFalse();
    }

    @Test
    void acceptsTheAreaOfResidentsFromTaiwan() {
        assertThat(CitizenId.isValid("83000019900101001" + CitizenId.checkCharacter("83000019900101001", 0)))
                .isTrue();
    }

    @Test
    void masksAnIdentityNumber() {
        assertThat(CitizenId.of("11010519491231002X")).hasToString("1****************X");
        assertThat(CitizenId.of("11010519491231002X").birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @Test
    void statesTheFormOfABadIdentityNumberAndNotTheNumber() {
        assertThatThrownBy(() -> CitizenId.of("110105194912310021"))
                .isInstanceOf(InvalidCodeException.class)
                .hasMessageContaining("GB 11643")
                .hasMessageContaining("found 18 digits")
                .message()
                .doesNotContain("1949");
    }

    @ParameterizedTest
    @ValueSource(strings = {"G11010519491231002X", "J11010519491231002X", "L110105194912310027"})
    void acceptsTheThreeKindsOfStudentNumbers(String text) {
        assertThat(StudentNumber.isValid(text)).isTrue();
        assertThat(StudentNumber.of(text).toString()).doesNotContain("1949");
        assertThat(StudentNumber.of(text).birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "G110105194912310027",
                "J110105194912310027",
                "g11010519491231002X",
                "L110105194913310027",
                "A11010519491231002X"
            })
    void refusesWhatIsNoStudentNumber(String text) {
        assertThat(StudentNumber.isValid(text)).isFalse();
    }

    @Test
    void tellsTheKindsOfStudentNumbersApart() {
        assertThat(StudentNumber.of("G11010519491231002X").kind()).isEqualTo(StudentNumber.Kind.CITIZEN);
        assertThat(StudentNumber.of("J11010519491231002X").kind()).isEqualTo(StudentNumber.Kind.ASSIGNED);
        assertThat(StudentNumber.of("L110105194912310027").kind()).isEqualTo(StudentNumber.Kind.TEMPORARY);
    }

    @Test
    void readsTheCreditCodeThatTheStandardPrints() {
        CreditCode code = CreditCode.of("91350100M000100Y43");
        assertThat(code.area()).contains(AreaCode.of("350100"));
        assertThat(code.organizationCode()).contains(OrganizationCode.of("M000100Y4"));
    }

    @Test
    void readsACreditCodeOfTheWholeCountry() {
        assertThat(CreditCode.of("91100000100003962T").area()).isEmpty(); // published by PetroChina
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44",
                "91350100m000100Y43",
                "91350100M000100Y4",
                "91990100M000100Y43",
                "I1350100M000100Y43",
                "9135010０M000100Y43",
                ""
            })
    void refusesWhatIsNoCreditCode(String text) {
        assertThat(CreditCode.isValid(text)).isFalse();
    }

    @Test
    void acceptsTheOrganizationCodeThatTheStandardPrints() {
        assertThat(OrganizationCode.isValid("D2143569X")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D2143569-X", "D21435691", "d2143569X", "D2143569", ""})
    void refusesWhatIsNoOrganizationCode(String text) {
        assertThat(OrganizationCode.isValid(text)).isFalse();
    }

    @Test
    void readsTheIdentifierOfAUniversity() {
        InstitutionId id = InstitutionId.of("4111010001"); // Peking University
        assertThat(id.categoryCode()).isEqualTo("41");
        assertThat(id.categoryName()).isEqualTo("普通高等学校");
        assertThat(id.province()).contains(AreaCode.of("110000"));
    }

    @Test
    void knowsEveryPublishedCategory() {
        for (String category : "11 21 22 31 32 33 34 35 36 37 41 42 51 91 92 93".split(" ")) {
            assertThat(InstitutionId.isValid(category + "44000501")).isTrue();
        }
    }

    @Test
    void leavesTheProvinceOfAnInstitutionOpenWhenItIsNone() {
        assertThat(InstitutionId.of("2166000501").province()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"411101000", "41110100011", "411101000X", "9911010001", "４111010001", ""})
    void refusesWhatIsNoInstitutionIdentifier(String text) {
        assertThat(InstitutionId.isValid(text)).isFalse();
    }

    @Test
    void tellsAnUnknownCategoryFromAWrongForm() {
        assertThat(InstitutionId.hasForm("9911010001")).isTrue();
        assertThat(InstitutionId.hasForm("991101000")).isFalse();
    }

    @Test
    void readsAreasOfEveryLevel() {
        assertThat(AreaCode.of("110000").level()).isEqualTo(AreaCode.Level.PROVINCE);
        assertThat(AreaCode.of("350100").level()).isEqualTo(AreaCode.Level.PREFECTURE);
        assertThat(AreaCode.of("110108").level()).isEqualTo(AreaCode.Level.COUNTY);
        assertThat(AreaCode.of("110108").province()).isEqualTo(AreaCode.of("110000"));
        assertThat(AreaCode.of("110108").provinceName()).isEqualTo("北京市");
    }

    @Test
    void knowsAllThirtyFourProvinces() {
        int known = 0;
        for (int i = 0; i < 100; i++) {
            known += AreaCode.isValid(String.format("%02d0000", i)) ? 1 : 0;
        }
        assertThat(known).isEqualTo(34);
    }

    @ParameterizedTest
    @ValueSource(strings = {"990000", "11000", "1101080", "110001", "11O108", ""})
    void refusesWhatIsNoArea(String text) {
        assertThat(AreaCode.isValid(text)).isFalse();
        assertThatThrownBy(() -> AreaCode.of(text)).isInstanceOf(InvalidCodeException.class);
    }

    @Test
    void describesALongMixtureShortly() {
        assertThat(InvalidCodeException.form("a1b2 c3d4 e5".repeat(1000))).hasSizeLessThan(200);
    }
}
