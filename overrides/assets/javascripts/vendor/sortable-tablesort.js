/*! sortable-tablesort 4.1.7, https://github.com/tofsjonas/sortable, The Unlicense.
 * dist/esm/sortSortable.min.js as published, except that its only export is a name here. */
const sortSortable = (() => {
function t(t,e){var r=t.tHead.querySelector('th[aria-sort]');if(r){t.dispatchEvent(new Event('sort-start',{bubbles:!0}));for(var a=t.tHead.children[0],s='ascending'===r.getAttribute('aria-sort'),n=t.classList.contains('n-last'),l=function(t,e,r){var i=u(e.cells[r]),o=u(t.cells[r]);if(n){if(''===i&&''!==o)return-1;if(''===o&&''!==i)return 1}var c=+i-+o,d=isNaN(c)?i.localeCompare(o):c;return 0===d&&a.cells[r]&&a.cells[r].hasAttribute('data-sort-tbr')?l(t,e,+a.cells[r].dataset.sortTbr):s?-d:d},i=0;i<t.tBodies.length;i++){var o=t.tBodies[i],c=[].slice.call(o.rows,0);c.sort(function(t,e){var a;return l(t,e,+(null!==(a=r.dataset.sortCol)&&void 0!==a?a:r.cellIndex))});var d=o.cloneNode();d.append.apply(d,c),t.replaceChild(d,o)}t.dispatchEvent(new Event('sort-end',{bubbles:!0}))}function u(t){var r;if(!t)return'';if(e&&void 0!==t.dataset.sortAlt)return t.dataset.sortAlt;if(void 0!==t.dataset.sort)return t.dataset.sort;var a=t.firstChild;if(a)switch(a.nodeName){case'TIME':return a.dateTime;case'DATA':case'METER':case'PROGRESS':return a.value;case'ABBR':return a.title}return(null!==(r=t.textContent)&&void 0!==r?r:'').trim()}}
return t;

})();
