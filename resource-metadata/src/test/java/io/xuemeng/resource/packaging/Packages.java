package io.xuemeng.resource.packaging;

import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Rights;
import io.xuemeng.resource.metadata.Role;
import io.xuemeng.resource.metadata.SchoolStage;
import java.time.LocalDate;
import java.util.Random;

/** What tests put into packages. */
final class Packages {

    private Packages() {}

    static ResourceMetadata metadata() {
        return ResourceMetadata.builder()
                .identifier("org.example.courseware", "K7-MATH-0312")
                .title(MultilingualText.zh("分数的初步认识"))
                .language("zh-CN")
                .description(MultilingualText.zh("三年级上册第八单元，含微课、练习与教学设计。"))
                .stage(SchoolStage.PRIMARY)
                .grade("3")
                .subject("数学")
                .edition("人教版")
                .volume("上册")
                .contributor(Role.PUBLISHER, "示例教育科技有限公司", LocalDate.of(2026, 9, 1))
                .rights(Rights.licensed("CC BY 4.0"))
                .build();
    }

    /** Bytes that do not deflate. */
    static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
