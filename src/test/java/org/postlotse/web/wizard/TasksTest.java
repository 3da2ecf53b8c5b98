package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.Device;
import org.postlotse.guide.Route;

class TasksTest {
    @Test
    void what_was_noted_is_taken_up_before_one_more_is_begun() {
        var noted = Tasks.none().note(Device.MAC).note(Device.IPHONE);
        assertThat(noted.current()).isEmpty();
        assertThat(noted.on(Device.IPHONE)).isEqualTo(noted.at(1));
        assertThat(noted.on(Device.IPAD).all()).hasSize(3);
    }

    @Test
    void a_second_device_of_a_kind_is_one_more() {
        var two =
                Tasks.none().on(Device.WINDOWS).change(task -> task.done(true)).on(Device.WINDOWS);
        assertThat(two.all()).extracting(Task::done).containsExactly(true, false);
        assertThat(two.at()).contains(1);
    }

    @Test
    void the_first_that_is_not_done_is_open() {
        var list = Tasks.none().note(Device.MAC).note(Device.IPHONE).change(0, task -> task.done(true));
        assertThat(list.open()).contains(1);
        assertThat(list.change(1, task -> task.done(true)).open()).isEmpty();
    }

    @Test
    void the_list_ends_somewhere_and_keeps_the_one_at_hand() {
        var list = Tasks.none();
        for (int i = 0; i < Tasks.MOST; i++) list = list.note(Device.MAC);
        var full = list.at(4).change(task -> task.with("apple-mail-mac")).note(Device.IPAD);
        assertThat(full.all()).hasSize(Tasks.MOST);
        assertThat(full.current().flatMap(Task::program)).contains("apple-mail-mac");
    }

    @Test
    void a_camera_reads_the_device_at_hand_only() {
        var list = Tasks.none().note(Device.MAC).note(Device.IPHONE).at(1);
        assertThat(list.alone()).isEqualTo(Tasks.none().on(Device.IPHONE));
        assertThat(list.between().alone()).isEqualTo(Tasks.none());
    }

    @Test
    void the_longest_list_fits_into_an_address() {
        var tasks = Tasks.none();
        for (int i = 0; i < Tasks.MOST; i++)
            tasks = tasks.note(Device.ANDROID)
                    .change(
                            i,
                            task -> task.with("thunderbird-desktop-and-more")
                                    .by(Route.PROFILE)
                                    .fetchingWith(Protocol.POP3)
                                    .done(true));
        var mailbox = EmailAddress.parse("m".repeat(64) + "@" + "d".repeat(60) + "." + "e".repeat(60) + ".example")
                .orElseThrow();
        var written = Journey.begin().of(mailbox).with(tasks).written();
        assertThat(written.length()).as("sealed, it is a third longer").isLessThan(1_000);
    }
}
