"""What the first sheet of a workbook tells whoever fills it in."""

from __future__ import annotations

GUIDE_NAME = "Hướng dẫn"

_GUIDE = """\
# Cách điền bảng này

Sửa ở đâu
Mỗi trang tính là một loại: Chỉ tiêu, Mục tiêu, Kết quả, Nhiệm vụ, Mốc. Sửa thẳng vào ô nền trắng.
Ô nền xám là mã hoặc chỉ để xem, không sửa. Cột đầu cam chỉ điền khi sửa điều đã công bố.

Lưu
Lưu ở dạng .xlsx. Không xóa cột, không đổi tên cột, không đổi tên trang tính. Sắp xếp, lọc, đổi bề
rộng cột thì được.

Thêm dòng
Viết vào dòng trống, để trống cột Mã (hoặc Mã dòng): mã được đặt tự động từ tên. Mục tiêu, kết quả
mới: chép Mã chỉ tiêu; chỉ tiêu cũng mới thì để trống mã và viết đúng Tên chỉ tiêu ở cột xám.

Xóa dòng
Xóa cả dòng. Khi nhập, máy liệt kê các dòng bị xóa và hỏi lại. Xóa chỉ tiêu thì xóa cả các dòng
mục tiêu, kết quả của nó. Mục tiêu, kết quả đã công bố không nên xóa.

Mục tiêu đã công bố
Không mất số cũ: sửa ô Giá trị thành số mới, rồi điền Ngày điều chỉnh, Căn cứ điều chỉnh (và
Lý do nếu văn bản nêu). Số cũ được giữ, số mới thành một dòng nữa. Nếu chính mình nhập sai thì
đánh x vào Sửa lỗi nhập.

Kết quả đã công bố
Có số mới (ước rồi chính thức): sửa Giá trị và sửa Số liệu đến ngày hoặc Loại số liệu; số cũ được
giữ. Nhập sai thì đánh x vào Sửa lỗi nhập. Lời in, đánh giá, nguồn của số cũ không theo sang số
mới: hãy viết lại ở dòng ấy.

Thời hạn nhiệm vụ
Sửa ô Thời hạn, rồi điền Ngày điều chỉnh (và Căn cứ), hoặc đánh x vào Sửa lỗi nhập. Thời hạn cũ
được giữ.

Tình trạng nhiệm vụ
Sửa Tình trạng, Ngày báo cáo, Ngày hoàn thành, Lời báo cáo, Văn bản báo cáo: thành một lần báo cáo
mới, lần cũ được giữ. Đánh x vào Sửa lỗi nhập nếu lần báo cáo cũ nhập sai.

# Viết giá trị

Số
Dấu phẩy là dấu thập phân: 69,41. Hàng nghìn viết liền: 8300. Đừng viết 8.300: máy không biết là
8300 hay 8,3 và sẽ hỏi lại. Số theo đơn vị của chỉ tiêu, không viết đơn vị trong ô.

Khoảng, mức
từ 8300 đến 8500 · ít nhất 6 · trên 4 · không quá 3 · dưới 3 · khoảng 4 · tăng 7 · giảm 2 điểm %
so với 2024 · giảm 50% so với 1992 · gấp 2,5 lần so với 2020 · 45 trên 47

Bằng lời
đạt · không đạt · không nêu · chưa báo cáo · không công bố · không áp dụng. Nguồn chỉ nói bằng lời
(Xuất siêu) thì để trống Giá trị và ghi vào Lời in.

Ngày, kỳ
31/12/2025 · tháng 6/2025 · quý IV/2025 · 6 tháng đầu năm 2025 · 2025 · từ 2021 đến 2025 · trước
30/7/2025 · đến hết 2025 · thường xuyên · hằng quý đến hết 2030. Thời hạn chỉ có bằng lời (khi
tỉnh hướng dẫn) thì ghi vào Thời hạn như in.

Cơ quan, nơi
Mỗi cơ quan một dòng trong ô (Alt+Enter) hoặc cách nhau bằng dấu chấm phẩy. Phần việc viết sau dấu
hai chấm: Sở Công Thương: cấp phép. Tên đã có trong danh mục được nhận ra, tên khác giữ như viết.

Nguồn, văn bản
Mã văn bản trong danh mục (12-kh-ubnd-an-binh-2026) hoặc tên như in. Nhiều nguồn thì mỗi nguồn một
dòng.

# Nhiều người cùng sửa

Bảng cũ
Bảng nhớ kế hoạch lúc xuất. Người khác sửa ô khác: cả hai cùng được giữ. Cùng một ô: máy nêu ô ấy
với cả hai cách viết và không ghi gì; xuất bảng mới rồi sửa lại.
"""
"""Paragraphs: a heading, or the name of a thing and what is to be known of it."""


def guide() -> tuple[tuple[str, str], ...]:
    """The lines of the guide: what it is about, and the text; headings have no text."""
    paragraphs = [paragraph.split("\n", 1) for paragraph in _GUIDE.strip().split("\n\n")]
    return tuple(
        (first.removeprefix("# "), " ".join("".join(rest).split())) for first, *rest in paragraphs
    )
