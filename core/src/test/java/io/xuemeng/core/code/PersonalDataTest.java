package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.code.PersonalData.Kind;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "身份证11010519491231002X。, CITIZEN_ID, 3, 21",
        "id=11010519491231002x, CITIZEN_ID, 3, 21",
        "440524188001010014, CITIZEN_ID, 0, 18",
        "１１０１０５１９４９１２３１００２Ｘ, CITIZEN_ID, 0, 18",
        "４４０５２４１８８００１０１００１４, CITIZEN_ID, 0, 18",
        "学籍号：G440524188001010014, STUDENT_NUMBER, 4, 23",
        "l440524188001010019, STUDENT_NUMBER, 0, 19",
        "A440524188001010014, CITIZEN_ID, 1, 19",
        "电话13800138000, MOBILE_NUMBER, 2, 13",
        "+8613800138000, MOBILE_NUMBER, 1, 14",
        "+86 138 0013 8000, MOBILE_NUMBER, 1, 17",
        "+86-138-0013-8000!, MOBILE_NUMBER, 1, 17",
        "１３８００１３８０００, MOBILE_NUMBER, 0, 11",
        "联系zhang.san+x@mail.example.cn。, EMAIL_ADDRESS, 2, 29",
        "mailto:a@b.cn, EMAIL_ADDRESS, 7, 13",
        "123456@qq.com, EMAIL_ADDRESS, 0, 13",
        "13800138000@163.com, EMAIL_ADDRESS, 0, 19"
    })
    void findsPersonalData(String text, String kind, int start, int end) {
        assertThat(PersonalData.find(text)).containsExactly(new PersonalData(Kind.valueOf(kind), start, end));
        assertThat(PersonalData.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "分数的初步认识",
                "110105194912310021", // wrong check digit
                "1110105194912310027", // nineteen digits
                "20240301080000",
                "12800138000",
                "138001380001",
                "138 00138 0001",
                "138--0013-8000",
                "a13800138000", // as in a digest
                "13800138000b",
                "1380013800",
                "978-7-107-18617-1",
                "a@b",
                "@b.cn",
                "a@",
                "a@b.1",
                "a@b.c",
                "@@@@",
                "user@-",
                "86",
                "86 ",
                "https://example.cn/2024/03/01"
            })
    void findsNothingWhereNothingIs(String text) {
        assertThat(PersonalData.find(text)).isEmpty();
        assertThat(PersonalData.isIn(text)).isFalse();
    }

    @Test
    void findsEverythingInItsOrder() {
        String text = "张三 11010519491231002X, 13800138000 或 13912345678, zs@example.cn;li@example.cn";
        assertThat(PersonalData.find(text))
                .extracting(PersonalData::kind)
                .containsExactly(
                        Kind.CITIZEN_ID,
                        Kind.MOBILE_NUMBER,
                        Kind.MOBILE_NUMBER,
                        Kind.EMAIL_ADDRESS,
                        Kind.EMAIL_ADDRESS);
    }

    @Test
    void doesNotSayWhatItFound() {
        assertThat(PersonalData.find("13800138000").toString()).doesNotContain("138");
    }

    @Property(tries = 300)
    void findsEveryIdentityNumberBetweenOtherWords(
            @ForAll("citizenIds") String number, @ForAll("words") String before, @ForAll("words") String after) {
        assertThat(PersonalData.find(before + number + after))
                .contains(new PersonalData(Kind.CITIZEN_ID, before.length(), before.length() + 18));
    }

    @Property(tries = 500)
    void findsPlacesInOrderInsideTheText(@ForAll("texts") String text) {
        List<PersonalData> all = PersonalData.find(text);
        int last = 0;
        for (PersonalData each : all) {
            assertThat(each.start()).isGreaterThanOrEqualTo(last);
            assertThat(each.end()).isGreaterThan(each.start()).isLessThanOrEqualTo(text.length());
            last = each.end();
        }
        assertThat(PersonalData.isIn(text)).isEqualTo(!all.isEmpty());
    }

    @Provide
    Arbitrary<String> citizenIds() {
        return CitizenNumbers.any();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("", "身份证：", " ", "(", ")", "，", "\uD83D\uDE00", "\u202E", "号码", "-", "/");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "1",
                        "138",
                        "0013",
                        "8000",
                        "13800138000",
                        "-",
                        " ",
                        "@",
                        "a",
                        "b.cn",
                        "86",
                        "+",
                        "11010519491231002",
                        "X",
                        "x",
                        "G",
                        "课",
                        "１３",
                        ".",
                        "４")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }
}
